import { generateKeyPairSync, sign } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** A public key as Discord's portal shows it, of a pair made for this run. */
export const PUBLIC_KEY = Buffer.from(
  publicKey.export({ format: 'jwk' }).x ?? '',
  'base64url',
).toString('hex');

/** The headers with which Discord would send a body at a time in seconds since 1970. */
export function signHeaders(
  body: string | Uint8Array,
  timestamp: number | string = Math.floor(Date.now() / 1000),
): { 'x-signature-ed25519': string; 'x-signature-timestamp': string } {
  const signed = Buffer.concat([Buffer.from(String(timestamp)), Buffer.from(body)]);
  return {
    'x-signature-ed25519': sign(null, signed, privateKey).toString('hex'),
    'x-signature-timestamp': String(timestamp),
  };
}
