// Random flags with values, drawn from the table of kubectl's flags.

import fc from 'fast-check';
import type { FlagEntry } from '../../../../src/quiz/kubectl/table/table-types.ts';

/**
 * Flags whose effect the recording server cannot show (waiting, what is missing, connections that would go elsewhere), or
 * that write files of their own. The comparer takes each of them as a difference.
 */
export const UNSEEN_FLAGS: ReadonlySet<string> = new Set([
  'address',
  'allow-missing-template-keys',
  'api-prefix',
  'accept-hosts',
  'accept-paths',
  'append-server-path',
  'cache-dir',
  'certificate-authority',
  'client-certificate',
  'client-key',
  'disable-filter',
  'insecure-skip-tls-verify',
  'kubeconfig',
  'kuberc',
  'match-server-version',
  'password',
  'profile',
  'profile-output',
  'server',
  'tls-server-name',
  'token',
  'username',
  'user',
  'v',
  'vmodule',
  'password',
  'keepalive',
  'port',
  'reject-methods',
  'reject-paths',
  'unix-socket',
  'www',
  'www-prefix',
  'timeout',
  'pod-running-timeout',
  'skip-wait-for-delete-timeout',
  'retries',
  'ignore-not-found',
  'ignore-daemonsets',
  'ignore-errors',
  'max-log-requests',
  'delete-emptydir-data',
  'force',
  'overwrite',
  'windows-line-endings',
  'output-patch',
  'output-directory',
  'edit',
  'prune',
  'openapi-patch',
  'interactive',
  'filename',
  'kustomize',
  'raw',
  'from-file',
  'from-env-file',
  'patch-file',
  'custom',
  'cert',
  'key',
  'as-uid',
  'watch',
  'watch-only',
  'output-watch-events',
  'show-capacity',
  'local',
  'as-current-user',
  'enable-alpha-plugins',
  'enable-helm',
  'env',
  'helm-api-versions',
  'helm-command',
  'helm-debug',
  'helm-kube-version',
  'load-restrictor',
  'mount',
  'network',
  'network-name',
  'embed-certs',
  'proxy-url',
  'client',
  'help',
  'all-pods',
  'quiet',
  'no-preserve',
  'wait',
  'follow',
  'warnings-as-errors',
  'save-config',
  'server-side',
  'field-selector',
  'template',
  'rule',
  'hard',
  'validate',
  'from',
  'aggregation-rule',
  'overrides',
  'override-type',
  'set-image',
  'recursive',
  'revision',
  'to-revision',
  'subresource',
  'resource-version',
  'current-replicas',
  'exec-interactive-mode',
  'auth-provider',
  'auth-provider-arg',
  'reset',
  'type',
  'flatten',
  'merge',
  'minify',
  'for',
  'chunk-size',
  'concurrency',
  'remove-extra-permissions',
  'remove-extra-subjects',
  'resolve',
  'list',
  'target-port',
  'max',
  'min',
  'external-ip',
  'cluster-ip',
  'container',
  'containers',
  'log-flush-frequency',
  'cluster',
  'as-group',
  'api-group',
  'verbs',
  'namespaced',
  'keep-annotations',
  'keep-init-containers',
  'keep-labels',
  'keep-liveness',
  'keep-readiness',
  'keep-startup',
  'show-managed-fields',
  'categories',
]);

const KNOWN_VALUES: Readonly<Record<string, readonly string[]>> = {
  output: ['json', 'yaml', 'name', 'wide', 'JSON', 'custom-columns=N:.metadata.name', 'bad'],
  'dry-run': ['none', 'client', 'server', 'bad'],
  cascade: ['background', 'orphan', 'foreground', 'true', 'false', 'bad'],
  selector: ['a=b', 'a=b,c=d', 'c=d,a=b', 'a==b', 'a', ''],
  'sort-by': ['.metadata.name', 'metadata.name', '{.metadata.name}', '.metadata.creationTimestamp'],
  restart: ['Always', 'Never', 'OnFailure', 'always'],
  'image-pull-policy': ['Always', 'IfNotPresent', 'Never', 'never'],
  labels: ['a=b', 'a=b,c=d', 'c=d,a=b', 'a'],
  annotations: ['a=b', 'c=d'],
  limits: ['cpu=1', 'cpu=1000m', 'memory=1Gi', 'memory=1024Mi', 'bad'],
  requests: ['cpu=1', 'cpu=1000m', 'memory=1Gi', 'bad'],
  since: ['1h', '60m', '5s', '0s', 'bad', '5'],
  'since-time': ['2024-01-01T00:00:00Z', 'bad'],
  'request-timeout': ['0', '5s', '5', '5000ms', 'bad'],
  'cpu-percent': ['50', '80', '-1'],
  namespace: ['web', 'default', 'dev', ''],
  context: ['dev', 'staging'],
  cluster: ['dev', 'staging'],
  as: ['bob', 'alice'],
  'as-group': ['g', 'h'],
  'label-columns': ['app', 'app,tier', 'tier'],
  types: ['Normal', 'Warning', 'Normal,Warning', 'bad'],
  verb: ['get', 'list', 'get,list', '*'],
  verbs: ['get', 'list', 'get,list', 'list,get'],
  resource: ['pods', 'po', 'deployments', 'pods/log', 'nope'],
  'resource-name': ['a', 'b'],
  image: ['httpd', 'redis:7'],
  tcp: ['80', '80:80', '81:8081', 'bad'],
  replicas: ['0', '1', '3', '03', '30', '-1', 'abc'],
  tail: ['-1', '0', '5', '10', '-2', 'x'],
  'grace-period': ['-1', '0', '1', '30'],
  'from-literal': ['k=v', 'l=w', 'bad'],
  scopes: ['BestEffort', 'NotTerminating'],
  'api-version': ['v1', 'apps/v1', 'v9'],
  namespaces: ['a', 'a,b'],
  user: ['u', 'w'],
  group: ['g', 'h'],
  serviceaccount: ['ns:sa', 'sa'],
};

/** Discovery is not recorded, so that these verbs do not show which server is asked how. */
const DISCOVERING = new Set(['explain', 'api-resources', 'api-versions', 'version']);
const CONNECTION_FLAGS = new Set(['context', 'request-timeout', 'as']);
/** What the files at hand hold decides what a selector leaves of them. */
const CHOOSING_FROM_FILES = new Set(['apply', 'create', 'diff']);

/** A flag of the command with a value, sometimes a wrong one. */
export function flagArbitrary(verb: string, flags: readonly FlagEntry[]): fc.Arbitrary<readonly string[]> {
  const isSeen = (flag: FlagEntry) =>
    !UNSEEN_FLAGS.has(flag.name) &&
    !(DISCOVERING.has(verb) && CONNECTION_FLAGS.has(flag.name)) &&
    !(CHOOSING_FROM_FILES.has(verb) && flag.name === 'selector');
  const seen = flags.filter((flag) => isSeen(flag) && flag.isHidden !== true);
  if (seen.length === 0) return fc.constant([]);
  return fc
    .constantFrom(...seen)
    .chain((flag) => valueArbitrary(flag).chain((value) => spellingArbitrary(flag, value)));
}

/** Undefined stands for no value at all. */
function valueArbitrary(flag: FlagEntry): fc.Arbitrary<string | undefined> {
  const known = KNOWN_VALUES[flag.name];
  if (flag.type === 'bool') return fc.constantFrom(undefined, undefined, 'true', 'false', '1', 'maybe');
  if (known !== undefined) {
    const values = fc.constantFrom(...known);
    return flag.isValueOptional === true ? fc.option(values, { nil: undefined }) : values;
  }
  if (flag.type === 'int32' || flag.type === 'int64')
    return fc.constantFrom(flag.fallback || '0', '1', '5', '0x5', 'x');
  if (flag.type === 'duration') return fc.constantFrom('0s', '5s', '1m', '60s', 'x');
  if (flag.type === 'csv' || flag.type === 'list') return fc.constantFrom('a', 'b', 'a,b', 'k=v');
  return fc.constantFrom('a', 'b', 'k=v', flag.fallback === '' ? 'c' : flag.fallback);
}

/** All ways to write one flag: `--flag value`, `--flag=value`, `-f value`, `-f=value`, `-fvalue`, with an underscore. */
export function spellingArbitrary(flag: FlagEntry, value: string | undefined): fc.Arbitrary<readonly string[]> {
  const name = `--${flag.name}`;
  const short = flag.short === undefined ? [] : [`-${flag.short}`];
  if (value === undefined) return fc.constantFrom([name], ...short.map((letter) => [letter]));
  const mayStandApart = flag.type !== 'bool' && flag.isValueOptional !== true;
  return fc.constantFrom<readonly string[]>(
    [`${name}=${value}`],
    [`--${flag.name.replaceAll('-', '_')}=${value}`],
    ...(mayStandApart ? [[name, value]] : []),
    ...short.map((letter) => [`${letter}=${value}`]),
    ...(mayStandApart && value !== '' && !value.startsWith('=') ? short.map((letter) => [`${letter}${value}`]) : []),
    ...(mayStandApart ? short.map((letter) => [letter, value]) : []),
  );
}
