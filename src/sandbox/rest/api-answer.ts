import { toErrorTree, unsupportedCode, type FormError } from '../checks/form-error.ts';

/** What a REST route answers. Without a body nothing is sent, not even a content type. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Discord's error object; the codes are those of its documentation, "JSON Error Codes". */
function apiError(status: number, code: number, message: string): ApiAnswer {
  return { status, body: { message, code } };
}

export const noContent: ApiAnswer = { status: 204 };
export const unauthorized = apiError(401, 0, '401: Unauthorized');
export const methodNotAllowed = apiError(405, 0, '405: Method Not Allowed');
export const wrongVersion = apiError(400, 50_041, 'Invalid API version specified');
export const invalidJson = apiError(400, 50_109, 'The request body contains invalid JSON.');
export const tooLarge = apiError(413, 40_005, 'Request entity too large');
export const unknownApplication = apiError(404, 10_002, 'Unknown Application');
export const unknownGuild = apiError(404, 10_004, 'Unknown Guild');
export const unknownMessage = apiError(404, 10_008, 'Unknown Message');
export const unknownWebhook = apiError(404, 10_015, 'Unknown Webhook');
export const unknownInteraction = apiError(404, 10_062, 'Unknown interaction');
export const unknownCommand = apiError(404, 10_063, 'Unknown application command');
export const alreadyAcknowledged = apiError(
  400,
  40_060,
  'Interaction has already been acknowledged.',
);
export const emptyMessage = apiError(400, 50_006, 'Cannot send an empty message');
export const invalidWebhookToken = apiError(401, 50_027, 'Invalid Webhook Token');
export const tooManyFollowUps = apiError(
  400,
  40_094,
  'This interaction has reached the maximum number of follow up messages',
);

/** Code 30032: there are as many commands of this type as Discord allows. */
export function tooManyCommands(max: number): ApiAnswer {
  return apiError(400, 30_032, `Maximum number of application commands reached (${max})`);
}

/** 501 for what Discord has and the sandbox has not. */
export function notImplemented(what: string): ApiAnswer {
  return apiError(501, 0, `501: The sandbox does not support ${what}`);
}

/** Code 50035 with its tree, or 501 when the body asks for what the sandbox does not have. */
export function invalidForm(errors: readonly FormError[]): ApiAnswer {
  const beyond = errors.find(({ code }) => code === unsupportedCode);
  if (beyond) return { status: 501, body: { message: `501: ${beyond.message}`, code: 0 } };
  const body = { message: 'Invalid Form Body', code: 50_035, errors: toErrorTree(errors) };
  return { status: 400, body };
}
