// A pretended API server on loopback that writes down what kubectl asks of it.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { acceptUpgrade } from './accept-upgrade.ts';
import { discoveryAnswer, servedResources } from './discovery.ts';
import { openApiAnswer } from './open-api.ts';
import { type KubernetesObject, makeItems, makeObject, makeTable, type ObjectAddress } from './world.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Sorted by name; values of one name in the order sent. */
  readonly query: readonly string[];
  readonly body: string;
  /** Those that change what the server does or answers. */
  readonly headers: readonly string[];
  readonly isUpgrade: boolean;
}

export interface RecordingServer {
  readonly url: string;
  /** Forgets the last run and makes every deleted object exist again. With `isDeleting`, watchers see every object go. */
  reset(isDeleting: boolean): void;
  recorded(): readonly RecordedRequest[];
  close(): Promise<void>;
}

interface Run {
  readonly requests: RecordedRequest[];
  readonly gone: Set<string>;
  /** Debugging containers that were added to pods; they run at once. */
  readonly debuggers: Set<string>;
  readonly isDeleting: boolean;
}

interface Target extends ObjectAddress {
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

const HEADERS_THAT_COUNT = /^(?:impersonate-|authorization$|accept$|content-type$)/;

export async function startRecordingServer(): Promise<RecordingServer> {
  let run: Run = { requests: [], gone: new Set(), debuggers: new Set(), isDeleting: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(run, request, response, Buffer.concat(chunks)));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    record(run, request, '', true);
    acceptUpgrade(request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on a TCP port gives an AddressInfo; a string would be a pipe's.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    reset: (isDeleting) => {
      run = { requests: [], gone: new Set(), debuggers: new Set(), isDeleting };
    },
    recorded: () => run.requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is sent back. `events` is a watch: its lines, and whether it stays open as an informer's does. */
type Answer =
  | { readonly kind: 'body'; readonly status: number; readonly type: string; readonly body: string | Buffer }
  | { readonly kind: 'events'; readonly lines: readonly string[]; readonly staysOpen: boolean };

function answer(run: Run, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const reply = findAnswer(run, request, body);
  if (reply.kind === 'body') {
    response.writeHead(reply.status, { 'content-type': reply.type });
    response.end(reply.body);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  for (const line of reply.lines) response.write(`${line}\n`);
  if (!reply.staysOpen) response.end();
}

/** The other contexts of the kubeconfig reach this server by a path of their own, so that the requests tell. */
const CONTEXT_PATH = /^\/(?:dev|staging)(?=\/)/;

function findAnswer(run: Run, request: IncomingMessage, body: Buffer): Answer {
  const url = new URL((request.url ?? '/').replace(CONTEXT_PATH, ''), 'http://localhost');
  const accept = request.headers.accept ?? '';
  if (url.pathname.startsWith('/openapi/')) {
    const document = openApiAnswer(url.pathname);
    return document === undefined ? json(404, failure(404)) : json(200, document);
  }
  const known = discoveryAnswer(url.pathname, accept);
  if (known !== undefined) {
    const isAggregated = accept.includes('APIGroupDiscoveryList') && 'items' in known;
    return json(200, known, isAggregated ? accept.split(',')[0] : undefined);
  }
  record(run, request, body.toString('latin1'), false);
  const target = readTarget(url.pathname);
  return target === undefined
    ? json(200, { kind: 'Raw', path: url.pathname })
    : answerTarget(run, request, url, body, target);
}

function json(status: number, body: object, type = 'application/json'): Answer {
  return { kind: 'body', status, type, body: JSON.stringify(body) };
}

function record(run: Run, request: IncomingMessage, body: string, isUpgrade: boolean): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  run.requests.push({
    method: request.method ?? '',
    path: url.pathname,
    query: [...url.searchParams]
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map((pair) => pair.join('=')),
    body,
    headers: Object.entries(request.headers)
      .filter(([name]) => HEADERS_THAT_COUNT.test(name))
      .map(([name, value]) => `${name}: ${String(value)}`)
      .sort(),
    isUpgrade,
  });
}

/** `/api/v1/namespaces/web/pods/x/log`, `/apis/apps/v1/deployments`. */
function readTarget(path: string): Target | undefined {
  const match =
    /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))(?:\/namespaces\/([^/]+)(?=\/[^/]))?\/([^/]+)(?:\/([^/]+))?(?:\/(.+))?$/.exec(
      path,
    );
  if (match === null) return undefined;
  const [, core, group = '', groupVersion, namespace, plural, name, subresource] = match;
  const version = core ?? groupVersion ?? '';
  const isPart = (entry: (typeof servedResources)[number]) => entry.group === group && entry.versions.includes(version);
  const entry = servedResources.find((one) => isPart(one) && one.plural === plural);
  if (entry !== undefined) return { entry, version, namespace, name, subresource };
  // `/namespaces/web/status` reads like a resource called `status` in a namespace.
  const spaces = servedResources.find((one) => one.plural === 'namespaces');
  if (spaces === undefined || namespace === undefined || core === undefined) return undefined;
  return { entry: spaces, version, namespace: undefined, name: namespace, subresource: plural };
}

function answerTarget(run: Run, request: IncomingMessage, url: URL, sent: Buffer, target: Target): Answer {
  const { name, subresource } = target;
  const method = request.method ?? 'GET';
  const body = sent.toString('latin1');
  const key = keyOf(target, name ?? '');
  const part = subresource?.split('/')[0];
  if (part !== undefined && !target.entry.subresources.includes(part)) return json(404, failure(404));
  if (part === 'log') return { kind: 'body', status: 200, type: 'text/plain', body: `log of ${name} ${url.search}\n` };
  if (part === 'eviction') run.gone.add(key);
  if (part === 'scale' && method === 'GET') return json(200, makeScale(target, name ?? ''));
  if (part === 'token') return json(201, tokenAnswer(body));
  if (part === 'ephemeralcontainers' && method !== 'GET') noteDebuggers(run, body);
  if (method === 'POST' || method === 'PUT') return storedAnswer(target, request, sent);
  if (method === 'PATCH' && name !== undefined) return json(200, patchedObject(target, name, body));
  if (method === 'DELETE') {
    if (!url.searchParams.has('dryRun') && !body.includes('dryRun')) run.gone.add(key);
    return json(200, { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' });
  }
  return foundAnswer(run, url, request.headers.accept ?? '', target);
}

function keyOf(target: Target, name: string): string {
  return `${target.entry.plural}/${target.namespace ?? ''}/${name}`;
}

function foundAnswer(run: Run, url: URL, accept: string, target: Target): Answer {
  const { name } = target;
  const made = name === undefined ? makeItems(target, url.searchParams) : [makeObject(target, name)];
  const items = target.entry.plural === 'pods' ? made.map((pod) => withDebuggers(run, pod)) : made;
  const isTable = accept.includes('as=Table');
  const isWhole = url.searchParams.get('includeObject') === 'Object';
  if (['true', '1'].includes(url.searchParams.get('watch') ?? '')) {
    // Each object changes once, or goes.
    const type = run.isDeleting ? 'DELETED' : 'MODIFIED';
    const objects = items.map((item) => (isTable ? makeTable([item], isWhole) : item));
    const lines = objects.map((object) => JSON.stringify({ type, object }));
    return { kind: 'events', lines, staysOpen: url.searchParams.has('allowWatchBookmarks') };
  }
  const present = items.filter((item) => !run.gone.has(keyOf(target, String(item.metadata.name))));
  if (name !== undefined && present.length === 0) return json(404, failure(404));
  if (isTable) return json(200, makeTable(present, isWhole));
  if (name !== undefined) return json(200, present[0] ?? {});
  const apiVersion = present[0]?.apiVersion ?? target.version;
  return json(200, {
    kind: `${target.entry.kind}List`,
    apiVersion,
    metadata: { resourceVersion: '7' },
    items: present,
  });
}

function noteDebuggers(run: Run, body: string): void {
  for (const [, name] of body.matchAll(/"name":"(debugger-[a-z0-9]+|[a-z0-9-]+)"/g)) run.debuggers.add(name ?? '');
}

function withDebuggers(run: Run, pod: KubernetesObject): KubernetesObject {
  // Whatever was attached to has come to its end.
  const isOver = run.requests.some((request) => request.isUpgrade && request.path.endsWith('/attach'));
  const status = { ...(isRecord(pod.status) ? pod.status : {}), ...(isOver ? { phase: 'Succeeded' } : {}) };
  if (run.debuggers.size === 0) return { ...pod, status };
  const spec = isRecord(pod.spec) ? pod.spec : {};
  const names = [...run.debuggers];
  const statuses = names.map((name) => ({
    name,
    ready: true,
    restartCount: 0,
    image: '',
    imageID: '',
    state: { running: {} },
  }));
  const ephemeralContainers = names.map((name) => ({ name, image: 'busybox' }));
  return {
    ...pod,
    spec: { ...spec, ephemeralContainers },
    status: { ...status, ephemeralContainerStatuses: statuses },
  };
}

function makeScale(target: Target, name: string): object {
  const metadata = { name, namespace: target.namespace ?? 'default', resourceVersion: '7', uid: `uid-${name}` };
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata,
    spec: { replicas: 7 },
    status: { replicas: 7, selector: `app=${name}` },
  };
}

/** A real server sends back what it stored; bytes come back as they came, since new clients send protobuf. */
function storedAnswer(target: Target, request: IncomingMessage, sent: Buffer): Answer {
  if (target.entry.plural.endsWith('reviews')) {
    const apiVersion = `${target.entry.group}/${target.version}`;
    return json(201, { kind: target.entry.kind, apiVersion, status: reviewStatus() });
  }
  const type = request.headers['content-type'] ?? 'application/json';
  const object = type.includes('json') ? readJson(sent.toString('utf8')) : {};
  // A server says which namespace it put the object in; kubectl goes by that when it waits and cleans up.
  const metadata = { namespace: target.namespace, ...(isRecord(object.metadata) ? object.metadata : {}) };
  const body = 'metadata' in object ? JSON.stringify({ ...object, metadata }) : sent;
  return { kind: 'body', status: 201, type, body };
}

function tokenAnswer(body: string): object {
  return {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    spec: {},
    status: { token: `token ${body.length}` },
  };
}

function reviewStatus(): object {
  return {
    allowed: true,
    resourceRules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }],
    nonResourceRules: [],
    incomplete: false,
    userInfo: { username: 'someone', groups: ['people'] },
  };
}

function patchedObject(target: Target, name: string, body: string): object {
  if (target.subresource === 'scale') return makeScale(target, name);
  const made = makeObject(target, name);
  const change = readJson(body);
  const metadata = isRecord(change.metadata) ? change.metadata : {};
  return { ...made, metadata: { ...made.metadata, ...metadata } };
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    // Server-side apply sends YAML; what it holds does not matter for the answer.
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failure(code: number): object {
  const message = 'the server could not find the requested resource';
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', reason: 'NotFound', message, code };
}
