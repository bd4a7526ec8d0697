import { expect, it } from 'vitest';
import { toStem } from '../../src/search/stem.ts';

it.each([
  [['decouple', 'decoupled', 'decoupling', 'decouples']],
  [['normalize', 'normalise', 'normalising', 'normalization', 'normalisation']],
  [['polarization', 'polarisation', 'polarised']],
  [['analyse', 'analyzed', 'analysing']],
  [['behavior', 'behaviour', 'behaviours']],
  [['favorable', 'favourable']],
  [['center', 'centre', 'centres']],
  [['defense', 'defence']],
  [['dialog', 'dialogue', 'dialogues']],
  [['traveling', 'travelling', 'travelled']],
  [['programme', 'program', 'programs']],
  [['fifty', '50']],
  [['three', '3']],
  [['ally', 'allies', 'allied']],
])('%j are forms of one word', (forms) => {
  expect(new Set(forms.map(toStem)).size).toBe(1);
});

it.each([
  ['four', 'for'],
  ['hour', 'hor'],
  ['one', '1'],
  ['security', 'sovereignty'],
])('%s and %s are not', (a, b) => {
  expect(toStem(a)).not.toBe(toStem(b));
});

it('words in other scripts stay as they are', () => {
  for (const word of ['网络', 'доверие', 'détente', 'covid19']) expect(toStem(word)).toBe(word);
});
