import { createPublicKey, verify } from 'node:crypto';

/** A request's signature as it came: both headers, and the body before anything decoded it. */
export interface Signed {
  readonly signature: string | null;
  readonly timestamp: string | null;
  readonly body: Uint8Array;
}

/** How far a timestamp may lie from the clock, in milliseconds, before or after it. */
const MAX_SKEW = 300_000;

// Buffer.from(text, 'hex') would accept an odd digit or anything else after a valid signature.
const SIGNATURE = /^[0-9a-f]{128}$/iu;
const TIMESTAMP = /^\d{1,12}$/u;

/**
 * Tells Discord's requests from everybody else's: Ed25519 over the timestamp followed by the body
 * (Discord's documentation, "Security and Authorization"). The age is checked too, so that what
 * was overheard cannot be sent again for ever.
 * @param publicKey 64 hexadecimal digits, from the application's General Information page.
 * @param now Milliseconds since 1970.
 * @throws when the key is none.
 */
export function createVerify(
  publicKey: string,
  now: () => number = Date.now,
): (request: Signed) => boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return ({ signature, timestamp, body }) => {
    if (signature === null || !SIGNATURE.test(signature)) return false;
    if (timestamp === null || !TIMESTAMP.test(timestamp)) return false;
    if (Math.abs(now() - Number(timestamp) * 1000) > MAX_SKEW) return false;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return verify(null, signed, key, Buffer.from(signature, 'hex'));
  };
}
