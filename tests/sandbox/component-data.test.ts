import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { toComponentData, toModalData } from '../../src/sandbox/component-data.ts';
import { toPlainMessage } from '../../src/sandbox/plain-message.ts';
import { toUser } from '../../src/sandbox/identities.ts';
import { people } from '../../src/sandbox/scene.ts';

function messageWith(component: object) {
  const plain = toPlainMessage({ id: '1', channelId: '2', author: toUser(people[0]) });
  const components = [{ type: 1, id: 1, components: [{ id: 2, ...component }] }];
  const message = { ...plain, components } as APIMessage;
  return { placeId: '2', message };
}

const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
const menu = { type: 3, custom_id: 'pick', options };

describe('a component', () => {
  it('says its type and its custom_id', () => {
    const stored = messageWith({ type: 2, style: 1, custom_id: 'go' });
    expect(toComponentData(stored, 'go', undefined)).toEqual({
      data: { component_type: 2, custom_id: 'go', id: 2 },
    });
  });

  it.each([
    [
      'that is disabled',
      { type: 2, custom_id: 'go', disabled: true },
      'go',
      'The component is disabled.',
    ],
    [
      'that is not there',
      { type: 2, custom_id: 'go' },
      'stop',
      'The message has no component "stop".',
    ],
  ])('%s cannot be used', (_what, component, customId, refusal) => {
    expect(toComponentData(messageWith(component), customId, undefined)).toEqual({ refusal });
  });

  it.each([
    [['a'], {}, true],
    [['a', 'b'], { max_values: 2 }, true],
    [[], { min_values: 0 }, true],
    [[], {}, false],
    [['a', 'b'], {}, false],
    [['x'], {}, false],
    [['a', 'a'], { max_values: 2 }, false],
  ])('that is a menu: %j of %j is offered: %s', (values, limits, isOffered) => {
    const result = toComponentData(messageWith({ ...menu, ...limits }), 'pick', values);
    expect('data' in result).toBe(isOffered);
  });
});

describe('a modal', () => {
  const input = { type: 4, custom_id: 'words', style: 1, label: 'Words' };
  const modal = (fields: object = {}) => ({
    custom_id: 'form',
    title: 'Form',
    components: [{ type: 1, components: [{ ...input, ...fields }] }],
  });

  it('keeps its layout and carries the values', () => {
    expect(toModalData(modal(), [{ customId: 'words', value: 'x' }])).toEqual({
      data: {
        custom_id: 'form',
        components: [
          { type: 1, id: 1, components: [{ type: 4, id: 2, custom_id: 'words', value: 'x' }] },
        ],
      },
    });
  });

  it.each([
    ['', {}, false],
    ['', { required: false }, true],
    ['x', { min_length: 2 }, false],
    ['xxx', { max_length: 2 }, false],
    ['xx', { min_length: 2, max_length: 2 }, true],
  ])('with "%s" in a field with %j is sent: %s', (value, fields, isSent) => {
    expect('data' in toModalData(modal(fields), [{ customId: 'words', value }])).toBe(isSent);
  });
});
