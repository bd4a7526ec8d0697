import * as schemas from 'discord-api-spec/zod';
import { z } from 'zod';

/** The schemas that Discord publishes of its API, for what the bot sends. */
const published = new Map<string, unknown>(Object.entries(schemas));

const BY_RESPONSE_TYPE: Readonly<Record<number, string>> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

/** What Discord's own schema finds wrong with an interaction response; empty if nothing. */
export function findResponseFaults(response: { readonly type: number }): string {
  return schemaFaults(BY_RESPONSE_TYPE[response.type] ?? '', response);
}

/** What Discord's own schema finds wrong with a command's declaration; empty if nothing. */
export function findDeclarationFaults(declaration: unknown): string {
  return schemaFaults('ApplicationCommandUpdateRequest', declaration);
}

/** What a schema that Discord publishes has against a value; empty if nothing. */
export function schemaFaults(name: string, value: unknown): string {
  const schema = published.get(`${name}Schema`);
  if (!(schema instanceof z.core.$ZodType)) throw new Error(`Discord publishes no ${name}`);
  const { error } = z.safeParse(schema, value);
  return error === undefined ? '' : z.prettifyError(error);
}
