// Discord's refusals: HTTP status, numeric code, words, and for faulty bodies the tree of faults.

/** Leaves are lists of faults, keys on the way are fields and list positions. */
export interface FaultTree {
  [key: string]: FaultTree | readonly FaultLeaf[];
}

export interface FaultLeaf {
  readonly code: string;
  readonly message: string;
}

export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

/** Thrown anywhere below a route; the REST app writes it as Discord would. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: number;
  readonly errors: FaultTree | undefined;

  constructor(status: number, code: number, message: string, errors?: FaultTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Codes and words from https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const refusals = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  methodNotAllowed: () => new Refusal(405, 0, '405: Method Not Allowed'),
  unknownApplication: () => new Refusal(404, 10002, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10004, 'Unknown Guild'),
  unknownMember: () => new Refusal(404, 10007, 'Unknown Member'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownUser: () => new Refusal(404, 10013, 'Unknown User'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new Refusal(404, 10063, 'Unknown application command'),
  tooManyCommands: () => new Refusal(400, 30032, 'Maximum number of application commands reached (100)'),
  tooManyFollowUps: () =>
    new Refusal(400, 40094, 'This interaction has reached the maximum number of follow-up messages'),
  fileTooLarge: () => new Refusal(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  notAuthor: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  dmsClosed: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new Refusal(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  invalidRecipients: () => new Refusal(400, 50033, 'Invalid Recipient(s)'),
  invalidForm: (faults: readonly Fault[]) => new Refusal(400, 50035, 'Invalid Form Body', toFaultTree(faults)),
  invalidJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
  threadExists: () => new Refusal(400, 160004, 'A thread has already been created for this message'),
};

/** Hangs each fault at its path: `{ embeds: { 0: { title: { _errors: […] } } } }`. */
export function toFaultTree(faults: readonly Fault[]): FaultTree {
  const root: FaultTree = {};
  for (const { path, code, message } of faults) {
    let branch = root;
    for (const key of path) {
      const next = branch[String(key)] ?? {};
      // A list only ever stands at the key `_errors`, and no field of Discord has that name.
      if (Array.isArray(next)) break;
      branch[String(key)] = next as FaultTree;
      branch = next as FaultTree;
    }
    const leaves = branch._errors;
    branch._errors = Array.isArray(leaves) ? [...leaves, { code, message }] : [{ code, message }];
  }
  return root;
}
