import { expect, it } from 'vitest';
import { small } from './fixtures/small.ts';
import { elementsOf, findSentence, sentencesOf } from './lookup.ts';

it('finds a sentence by its id', () => {
  expect(findSentence(small, 'procedure.2')?.text).toBe('Petugas memeriksa dan memutuskan.');
  expect(findSentence(small, 'procedure.3')).toBeUndefined();
});

it('finds what other documents say as well', () => {
  const [component, ...others] = small.components;
  if (!component) throw new Error('no component');
  const other = { id: 'requirements.1.lain', text: 'KTP asli', source: 'naskah' };
  const standard = { ...small, components: [{ ...component, alternates: [other] }, ...others] };
  expect(findSentence(standard, 'requirements.1.lain')).toEqual(other);
  expect(sentencesOf(standard)).toHaveLength(sentencesOf(small).length + 1);
});

it('knows every element that must say where it comes from', () => {
  const written = JSON.stringify(small.process).match(/"basis":/g);
  expect(elementsOf(small.process)).toHaveLength(written?.length ?? 0);
  expect(elementsOf(small.process).map(({ place }) => place)).toContain(
    'process.steps.check.outcomes.return',
  );
});
