import { createPrivateKey, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerify } from '../../src/edge/verify-signature.ts';
import { PUBLIC_KEY, signHeaders } from './discord-key.ts';

const NOW = 1_800_000_000;
const verify = createVerify(PUBLIC_KEY, () => NOW * 1000);
const BODY = Buffer.from('{"type":1}');

function toSigned(body: Uint8Array = BODY, at: number | string = NOW) {
  const headers = signHeaders(body, at);
  return {
    signature: headers['x-signature-ed25519'],
    timestamp: headers['x-signature-timestamp'],
    body,
  };
}

describe('a signature holds', () => {
  it('when it is of this timestamp and this body', () => {
    expect(verify(toSigned())).toBe(true);
  });

  it('in capital digits, too', () => {
    const signed = toSigned();
    expect(verify({ ...signed, signature: signed.signature.toUpperCase() })).toBe(true);
  });

  it('for any bytes, text or not, none included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (body) => {
        expect(verify(toSigned(body))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each([-300, -1, 0, 1, 300])('%i seconds from the clock', (skew) => {
    expect(verify(toSigned(BODY, NOW + skew))).toBe(true);
  });

  it('in the known case of RFC 8032, section 7.1, test 2, with a timestamp in front', () => {
    const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
    const known = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
    const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    expect(sign(null, Buffer.from([0x72]), key).toString('hex')).toMatch(/^92a009a9f0d4cab8/u);
    const signature = sign(null, Buffer.from(`${NOW}${String(BODY)}`), key).toString('hex');
    const request = { signature, timestamp: String(NOW), body: BODY };
    expect(createVerify(known, () => NOW * 1000)(request)).toBe(true);
    expect(verify(request)).toBe(false);
  });
});

const good = toSigned();
const { signature } = good;

describe('a signature does not hold', () => {
  it.each([
    ['missing', { signature: null }],
    ['empty', { signature: '' }],
    ['that of something else', { signature: toSigned(Buffer.from('{}')).signature }],
    ['one digit short', { signature: signature.slice(1) }],
    ['one byte short', { signature: signature.slice(2) }],
    ['one digit too long', { signature: `${signature}0` }],
    ['one byte too long', { signature: `${signature}00` }],
    ['followed by what is no digit', { signature: `${signature}zz` }],
    ['followed by a line break', { signature: `${signature}\n` }],
    ['sent twice', { signature: `${signature}, ${signature}` }],
    ['of 128 characters that are no digits', { signature: 'z'.repeat(128) }],
    ['of digits of another script', { signature: '٠'.repeat(128) }],
    ['all zeros', { signature: '0'.repeat(128) }],
    ['all ones', { signature: 'f'.repeat(128) }],
    ['without a timestamp', { timestamp: null }],
    ['with an empty timestamp', { timestamp: '' }],
    ['with another timestamp', { timestamp: String(NOW + 1) }],
    ['with the timestamp written otherwise', { timestamp: `0${NOW}` }],
    ['with the timestamp in hexadecimal', { timestamp: `0x${NOW.toString(16)}` }],
    ['with a timestamp of 10,000 digits', { timestamp: '1'.repeat(10_000) }],
    ['with a byte added to the body', { body: Buffer.concat([BODY, Buffer.from(' ')]) }],
    ['with the body gone', { body: Buffer.alloc(0) }],
  ])('%s', (_, change) => {
    expect(verify({ ...good, ...change })).toBe(false);
  });

  it.each([-301, 301, -86_400, NOW])('%i seconds from the clock', (skew) => {
    expect(verify(toSigned(BODY, NOW + skew))).toBe(false);
  });

  it.each(['-1', '1e9', `${NOW}.0`, ` ${NOW}`, 'NaN', 'Infinity'])(
    'over a timestamp that is no decimal number: %j',
    (timestamp) => {
      expect(verify(toSigned(BODY, timestamp))).toBe(false);
    },
  );

  it('when the last digit of the timestamp is moved to the body, which leaves the signed bytes', () => {
    const timestamp = String(NOW).slice(0, -1);
    const body = Buffer.from(`${String(NOW).slice(-1)}${String(BODY)}`);
    expect(verify({ signature, timestamp, body })).toBe(false);
  });

  it('when any one bit of it or of the body is another', () => {
    const bits = fc.nat({ max: (64 + BODY.length) * 8 - 1 });
    fc.assert(
      fc.property(bits, (bit) => {
        const bytes = Buffer.concat([Buffer.from(signature, 'hex'), BODY]);
        const at = Math.floor(bit / 8);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
        const changed = bytes.subarray(0, 64).toString('hex');
        const body = bytes.subarray(64);
        expect(verify({ ...good, signature: changed, body })).toBe(false);
      }),
    );
  });

  it('whatever text the headers hold: nothing is thrown', () => {
    const text = fc.option(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, (forged, timestamp) => {
        expect(verify({ signature: forged, timestamp, body: BODY })).toBe(false);
      }),
    );
  });
});

it.each(['', 'abcd', 'z'.repeat(64)])('takes no key that is none: %j', (key) => {
  expect(() => createVerify(key)).toThrow('Invalid JWK');
});
