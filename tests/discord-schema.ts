import * as schemas from 'discord-api-spec/zod';
import { z } from 'zod';

/** The schemas that Discord publishes of its API, for what the bot sends. */
const published = new Map<string, unknown>(Object.entries(schemas));

const BY_RESPONSE_TYPE: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequestSchema',
  4: 'CreateMessageInteractionCallbackRequestSchema',
  7: 'UpdateMessageInteractionCallbackRequestSchema',
  8: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  9: 'ModalInteractionCallbackRequestSchema',
};

/** What Discord's own schema finds wrong with an interaction response; empty if nothing. */
export function findResponseFaults(response: { readonly type: number }): string {
  return findFaults(BY_RESPONSE_TYPE[response.type] ?? '', response);
}

/** What Discord's own schema finds wrong with a command's declaration; empty if nothing. */
export function findDeclarationFaults(declaration: unknown): string {
  return findFaults('ApplicationCommandUpdateRequestSchema', declaration);
}

function findFaults(name: string, json: unknown): string {
  const schema = published.get(name);
  if (!(schema instanceof z.core.$ZodType)) return `there is no schema ${name}`;
  const { error } = z.safeParse(schema, json);
  return error === undefined ? '' : z.prettifyError(error);
}
