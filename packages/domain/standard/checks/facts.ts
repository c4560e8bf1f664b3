// Facts and the forms that ask for them: told apart by type and privacy, asked before they are needed, and asked at all.
import { factsIn } from '../../process/conditions.ts';
import type { Fact, FactType, Form } from '../facts.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';

const personalTypes: readonly FactType[] = ['nik', 'familyCardNumber', 'phone', 'email', 'longText', 'geo'];
const identifierTypes: readonly FactType[] = ['nik', 'familyCardNumber'];

const choiceTypes: readonly FactType[] = ['choice', 'multichoice'];
const numberTypes: readonly FactType[] = ['integer', 'rupiah'];

const optionMalformation = ({ type, options, datedBy }: Fact): string | undefined => {
  if (choiceTypes.includes(type) !== (options !== undefined))
    return options
      ? 'memiliki pilihan jawaban, padahal bukan jenis pilihan'
      : 'belum memiliki pilihan jawaban';
  const dated = options?.some(({ from, until }) => from !== undefined || until !== undefined) ?? false;
  if (dated !== (datedBy !== undefined))
    return dated
      ? 'memiliki pilihan bertanggal, tetapi tidak menyebut tanggal mana yang menentukan'
      : 'menyebut tanggal yang menentukan, tetapi tidak memiliki pilihan bertanggal';
  const separated = type === 'multichoice' && options?.find(({ value }) => value.includes(','));
  return separated ? `memiliki nilai pilihan dengan koma ("${separated.value}")` : undefined;
};

const malformation = (fact: Fact): string | undefined => {
  const { type, min, max, maxLength } = fact;
  const wrongOptions = optionMalformation(fact);
  if (wrongOptions !== undefined) return wrongOptions;
  if (!numberTypes.includes(type) && (min !== undefined || max !== undefined))
    return 'memiliki batas angka, padahal bukan angka';
  if (min !== undefined && max !== undefined && min > max) return 'memiliki batas bawah di atas batas atas';
  if (type !== 'text' && type !== 'longText' && maxLength !== undefined)
    return 'memiliki batas panjang, padahal bukan teks';
  return undefined;
};

const factShapes = ({ facts }: Process): readonly Finding[] =>
  facts.flatMap((fact) => {
    const place = `process.facts.${fact.id}`;
    const cites = citedBy(fact.basis);
    const wrong = malformation(fact);
    const open = fact.privacy === 'ordinary' && personalTypes.includes(fact.type);
    return [
      ...(wrong ? [finding('fact-malformed', place, `Data "${fact.label}" ${wrong}.`, cites)] : []),
      ...(open
        ? [
            finding(
              'personal-fact-open',
              place,
              `Data "${fact.label}" menyangkut pribadi, tetapi tidak dilindungi.`,
              cites,
            ),
          ]
        : []),
    ];
  });

/** Facts with a duty: the area of a case, the dates of options, and the holders of exclusive products. */
const factDuties = ({ facts, area, products }: Process): readonly Finding[] => {
  const typeOf = new Map(facts.map((fact) => [fact.id, fact]));
  const areaFact = area === undefined ? undefined : typeOf.get(area);
  const noArea = areaFact !== undefined && (areaFact.type !== 'region' || areaFact.privacy !== 'ordinary');
  return [
    ...(noArea
      ? [
          finding(
            'fact-malformed',
            'process.area',
            `Wilayah berkas harus data wilayah biasa, bukan "${areaFact.label}".`,
          ),
        ]
      : []),
    ...facts.flatMap(({ id, label, datedBy, basis }) => {
      const date = datedBy === undefined ? undefined : typeOf.get(datedBy);
      return !date || (date.type === 'date' && date.privacy === 'ordinary')
        ? []
        : [
            finding(
              'fact-malformed',
              `process.facts.${id}`,
              `Pilihan "${label}" harus ditentukan oleh tanggal biasa, bukan "${date.label}".`,
              citedBy(basis),
            ),
          ];
    }),
    ...products.flatMap(({ id, label, exclusive }) =>
      (exclusive?.by ?? []).flatMap((holder) => {
        const fact = typeOf.get(holder);
        return !fact || identifierTypes.includes(fact.type)
          ? []
          : [
              finding(
                'fact-malformed',
                `process.products.${id}`,
                `Pemegang "${label}" harus dikenali dari NIK atau nomor kartu keluarga, bukan "${fact.label}".`,
              ),
            ];
      }),
    ),
  ];
};

/** Fields are read in order: a condition may use what stands before it, not what stands after it in the same form. */
const askedTooLate = ({ facts }: Process, form: Form): readonly Finding[] => {
  const fields = form.pages.flatMap((page) => page.fields);
  const labelOf = (fact: string) => facts.find(({ id }) => id === fact)?.label ?? fact;
  return fields.flatMap(({ fact, when }, at) => {
    const later = fields.slice(at).map((field) => field.fact);
    const date = facts.find(({ id }) => id === fact)?.datedBy;
    return [...(when ? factsIn(when) : []), ...(date === undefined ? [] : [date])]
      .filter((read) => later.includes(read))
      .map((read) =>
        finding(
          'condition-before-answer',
          `process.forms.${form.id}.fields.${fact}`,
          `Pertanyaan "${labelOf(fact)}" bergantung pada "${labelOf(read)}", yang baru ditanyakan sesudahnya.`,
        ),
      );
  });
};

/** What comes back of a case of another service was asked there. */
const neverAsked = ({ facts, forms, steps }: Process): readonly Finding[] => {
  const asked = new Set([
    ...forms.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ fact }) => fact))),
    ...steps.flatMap(({ subcase }) => Object.keys(subcase?.feeds ?? {})),
  ]);
  return facts
    .filter(({ id }) => !asked.has(id))
    .map(({ id, label, basis }) =>
      finding(
        'fact-never-asked',
        `process.facts.${id}`,
        `Data "${label}" tidak pernah ditanyakan.`,
        citedBy(basis),
      ),
    );
};

const neverUsed = ({ forms, channels, steps }: Process): readonly Finding[] => {
  const used = new Set([...channels.map(({ form }) => form), ...steps.map(({ form }) => form)]);
  return forms
    .filter(({ id }) => !used.has(id))
    .map(({ id, title }) =>
      finding('form-never-used', `process.forms.${id}`, `Formulir "${title}" tidak dipakai.`),
    );
};

export const checkFacts = ({ process }: Standard): readonly Finding[] => [
  ...factShapes(process),
  ...factDuties(process),
  ...process.forms.flatMap((form) => askedTooLate(process, form)),
  ...neverAsked(process),
  ...neverUsed(process),
];
