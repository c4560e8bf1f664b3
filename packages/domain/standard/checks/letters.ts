// What letters say and how they are made: placeholders, parts that are printed, numbers, who signs.
import { blocksOf, templateTexts } from '../../letter/template-parts.ts';
import { formatFits, parseTemplateText, type TemplateFault } from '../../letter/template-text.ts';
import { indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { type Finding, finding } from '../finding.ts';
import type { Letter } from '../letter.ts';
import { citedBy, effectsOf, outcomePlace, stepPlace } from '../lookup.ts';
import type { Product } from '../product.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

type WithLetter = Product & { readonly letter: Letter };

const placeOf = ({ id }: Product): string => `process.products.${id}.letter`;

const faults: Readonly<Record<TemplateFault['code'], string>> = {
  'brace-open': 'kurung kurawal yang tidak ditutup',
  'brace-stray': 'kurung kurawal yang tidak dibuka',
  'name-malformed': 'nama data yang tidak terbaca',
  'format-unknown': 'bentuk yang tidak dikenal',
  'special-unknown': 'kata yang tidak dikenal',
};

const placeholders = ({ facts }: ProcessIndex, product: WithLetter): readonly Finding[] =>
  templateTexts(product.letter).flatMap(({ text }) => {
    const parsed = parseTemplateText(text);
    const cites = citedBy(product.basis);
    if (!parsed.ok) {
      const { code, found } = parsed.error;
      const message = `Templat "${product.label}" memuat ${faults[code]}: "${found}".`;
      return [finding('placeholder-malformed', placeOf(product), message, cites)];
    }
    return parsed.value.flatMap((part) => {
      const fact = part.kind === 'fact' ? facts.get(part.fact) : undefined;
      if (part.kind !== 'fact' || !fact || formatFits(part.format, fact.type)) return [];
      const message = `Templat "${product.label}" menulis "${fact.label}" dalam bentuk "${part.format}", yang tidak cocok dengan jenis datanya.`;
      return [finding('placeholder-format', placeOf(product), message, cites)];
    });
  });

/** Heading and addressee stand on letters only, the title on all others. */
const unprinted = ({ letter }: WithLetter): readonly string[] => {
  const { layout, title, nature, annex, subject, to } = letter;
  const parts = layout === 'letter' ? { title } : { nature, annex, subject, to };
  return Object.entries(parts).flatMap(([name, part]) => (part === undefined ? [] : [name]));
};

const saysSpecial = (letter: Letter, special: string): boolean =>
  templateTexts(letter).some(({ text }) => text.includes(`{@${special}}`));

/** What is wrong with the template as a whole. */
const misfits = ({ lines }: Standard['process'], product: WithLetter): readonly string[] => {
  const { kind, letter, numbering } = product;
  const { documentClass, layout } = letter;
  const listed = blocksOf(letter).some((block) => 'lines' in block);
  return [
    ...(kind === 'letter' ? [] : ['adalah kartu, tetapi memuat templat surat']),
    ...(documentClass === 'decree' && layout === 'letter'
      ? ['adalah keputusan, tetapi berbentuk surat: keputusan berjudul dan bernomor di tengah']
      : []),
    ...(!numbering && saysSpecial(letter, 'number')
      ? ['menulis {@number}, tetapi bentuk nomornya tidak ada']
      : []),
    ...(!lines && (listed || saysSpecial(letter, 'lineCount'))
      ? ['menulis baris berkas bersama, padahal layanan ini tidak menghimpun']
      : []),
  ];
};

const columns = (standard: Standard, product: WithLetter): readonly Finding[] => {
  const { lines, steps } = standard.process;
  if (!lines) return [];
  const known = new Set(lines.columns.map(({ fact }) => fact));
  const cites = citedBy(product.basis);
  return blocksOf(product.letter).flatMap((block) => {
    if (!('lines' in block)) return [];
    const strange = block.lines.flatMap(({ label, value }) =>
      value.startsWith('@') || known.has(value) ? [] : [`kolom "${label}"`],
    );
    const step = steps.find(({ id }) => id === block.decided?.step);
    const decisions = step?.lines?.decisions.map(({ id }) => id) ?? [];
    const untold = step
      ? (block.decided?.decisions ?? []).flatMap((id) =>
          decisions.includes(id) ? [] : [`keputusan "${id}"`],
        )
      : [];
    return [...strange, ...untold].map((what) =>
      finding(
        'line-column-unknown',
        placeOf(product),
        `Templat "${product.label}" memakai ${what}, yang tidak ada pada baris berkas bersama.`,
        cites,
      ),
    );
  });
};

/** A title before a name, or one after it. */
const titled = /^(dr|drs|dra|ir|prof|h|hj)\.\s|,\s*[A-Z][A-Za-z]{0,3}\.\s?[A-Z]/i;

const titles = (product: WithLetter): readonly Finding[] => {
  const { documentClass, signatory } = product.letter;
  const names = documentClass === 'decree' ? (signatory.others ?? []) : [];
  return names
    .filter((name) => titled.test(name))
    .map((name) =>
      finding(
        'decree-with-titles',
        placeOf(product),
        `Keputusan "${product.label}" menulis "${name}" dengan gelar.`,
        citedBy(product.basis),
      ),
    );
};

const signs = (step: Step, product: string): boolean =>
  step.outcomes.some(({ effects = [] }) =>
    effects.some((effect) => 'issue' in effect && effect.issue === product),
  );

const signatories = ({ process, roles }: ProcessIndex, product: WithLetter): readonly Finding[] => {
  const { outside } = product.letter.signatory;
  return process.steps
    .filter((step) => signs(step, product.id))
    .flatMap((step) => {
      const role = roles.get(step.role ?? '');
      const wrong =
        outside && role?.party === 'staff'
          ? `ditandatangani orang luar, tetapi "${step.label}" dikerjakan "${role.label}" dari dalam`
          : !outside && step.enteredBy !== undefined
            ? `ditandatangani "${role?.label ?? step.role}" di luar dinas, tetapi namanya dicetak seperti pegawai`
            : undefined;
      return wrong === undefined
        ? []
        : [finding('signatory-unfit', placeOf(product), `"${product.label}" ${wrong}.`, citedBy(step.basis))];
    });
};

/** Only somebody who signs issues a letter; it is in force at once, and nothing but a letter is frozen. */
const effects = ({ process, steps, products }: ProcessIndex): readonly Finding[] => {
  const signing = new Set(
    process.steps
      .filter(({ review }) => review?.verb === 'sign')
      .flatMap((step) => step.outcomes.map(({ id }) => outcomePlace(step.id, id))),
  );
  return effectsOf(process)
    .flatMap(({ place, effect, cites }) => {
      const id = 'freeze' in effect ? effect.freeze : 'cancel' in effect ? effect.cancel : undefined;
      const frozen = products.get(id ?? '');
      if (frozen && !frozen.letter) {
        const message = `"${frozen.label}" dibekukan atau dibatalkan, tetapi tidak punya templat surat.`;
        return [finding('letter-malformed', place, message, cites)];
      }
      const product = 'issue' in effect ? products.get(effect.issue) : undefined;
      if (!product?.letter || !('issue' in effect)) return [];
      const name = `"${product.label}"`;
      return [
        ...(signing.has(place)
          ? []
          : [finding('letter-without-signing', place, `${name} terbit tanpa langkah tanda tangan.`, cites)]),
        ...(effect.as === 'active'
          ? []
          : [
              finding(
                'letter-malformed',
                place,
                `${name} terbit sementara, padahal surat yang ditandatangani langsung berlaku.`,
                cites,
              ),
            ]),
      ];
    })
    .concat(
      [...steps.values()]
        .filter(({ review, outcomes }) => {
          const issued = outcomes.flatMap((outcome) => outcome.effects ?? []);
          return review?.verb === 'sign' && !issued.some((effect) => 'issue' in effect);
        })
        .map(({ id, label, basis }) =>
          finding(
            'sign-without-letter',
            stepPlace(id),
            `"${label}" menandatangani, tetapi tidak ada surat yang terbit.`,
            citedBy(basis),
          ),
        ),
    );
};

const ofLetter = (standard: Standard, index: ProcessIndex, product: WithLetter): readonly Finding[] => {
  const { label, basis, letter } = product;
  const cites = citedBy(basis);
  return [
    ...placeholders(index, product),
    ...misfits(standard.process, product).map((says) =>
      finding('letter-malformed', placeOf(product), `"${label}" ${says}.`, cites),
    ),
    ...unprinted(product).map((part) =>
      finding(
        'letter-part-unprinted',
        placeOf(product),
        `"${part}" pada templat "${label}" tidak tercetak dalam bentuk "${letter.layout}".`,
        cites,
      ),
    ),
    ...columns(standard, product),
    ...titles(product),
    ...signatories(index, product),
  ];
};

const hasLetter = (product: Product): product is WithLetter => product.letter !== undefined;

export const checkLetters = (standard: Standard): readonly Finding[] => {
  const index = indexOf(standard.process);
  return [
    ...standard.process.products.filter(hasLetter).flatMap((product) => ofLetter(standard, index, product)),
    ...effects(index),
  ];
};
