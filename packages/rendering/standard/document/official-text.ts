// The text layer of the document: every component in the order of the law, every sentence as published.
import { componentNames } from '@layan/domain/standard/component-names';
import {
  type Component,
  type ComponentKey,
  deliveryComponents,
  managementComponents,
  type Sentence,
} from '@layan/domain/standard/components';
import type { Standard } from '@layan/domain/standard/standard';
import { lines, type Markup, markup } from '../markup.ts';

const groups = [
  { letter: 'A', title: 'Komponen penyampaian pelayanan', keys: deliveryComponents },
  { letter: 'B', title: 'Komponen pengelolaan pelayanan', keys: managementComponents },
] as const;

const allKeys: readonly ComponentKey[] = [...deliveryComponents, ...managementComponents];

export const completeness = ({ components }: Standard) => {
  const present = new Set(components.map(({ key }) => key));
  return {
    have: present.size,
    of: allKeys.length,
    missing: allKeys.filter((key) => !present.has(key)).map((key) => componentNames[key]),
  };
};

const sentenceLine = ({ id, label, text }: Sentence): Markup =>
  markup`<li id="kalimat-${id}">${label === undefined ? undefined : markup`<span class="nomor">${label}</span> `}<span>${text}</span></li>`;

const sourceTitle = ({ sources }: Standard, id: string): string =>
  sources.find((source) => source.id === id)?.title ?? id;

const alternates = (standard: Standard, { alternates: other = [] }: Component): Markup | undefined =>
  other.length === 0
    ? undefined
    : lines([
        markup`<div class="lain"><p>Bunyi pada dokumen lain, tidak diikuti:</p><ul>`,
        ...other.map(
          ({ id, text, source }) =>
            markup`<li id="kalimat-${id}">${text} <span class="ket">(${sourceTitle(standard, source)})</span></li>`,
        ),
        markup`</ul></div>`,
      ]);

const componentSection = (standard: Standard, number: number, key: ComponentKey): Markup => {
  const found = standard.components.filter((component) => component.key === key);
  const heading = markup`<h4>${number}. ${componentNames[key]}</h4>`;
  if (found.length === 0)
    return markup`<section class="komponen">${heading}<p class="kosong">Belum dimuat dalam dokumen sumber.</p></section>`;
  return lines([
    markup`<section class="komponen">${heading}`,
    ...found.flatMap((component) => [
      component.title === componentNames[key]
        ? undefined
        : markup`<p class="ket">Judul pada dokumen: ${component.title}</p>`,
      markup`<ul class="kalimat">`,
      ...component.sentences.map(sentenceLine),
      markup`</ul>`,
      alternates(standard, component),
    ]),
    markup`</section>`,
  ]);
};

export const officialText = (standard: Standard): Markup =>
  lines([
    markup`<section id="naskah"><h2>I. Naskah resmi</h2>`,
    markup`<p class="ket">Bunyi asli sesuai dokumen yang diumumkan, termasuk ejaannya.</p>`,
    ...groups.flatMap(({ letter, title, keys }) => [
      markup`<h3>${letter}. ${title}</h3>`,
      ...keys.map((key, at) => componentSection(standard, at + 1, key)),
    ]),
    markup`</section>`,
  ]);
