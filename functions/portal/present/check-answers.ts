// The filing once more: answers and scans by section, what is still open, what to look at twice.
import type { FilingPageView, FilingView, RequirementView } from '@layan/application/filing/filing-view';
import type { FieldView } from '@layan/application/form/field-view';
import type { PlainValue } from '@layan/domain/case/facts';
import { evaluate } from '@layan/domain/process/conditions';
import type { CheckAnswersProps } from '@layan/portal/pages/check-answers';
import { nameOf, pagePath, paths, requirementPath } from './filing-way.ts';
import { privacyRows } from './privacy.ts';

const asked = (view: FilingView) => view.pages.filter(({ fields }) => fields.length > 0);

const verbatimTypes = new Set(['nik', 'familyCardNumber', 'phone', 'email']);

const plain = ({ type, entered }: FieldView): PlainValue => {
  if (type === 'boolean') return entered === 'true';
  return type === 'integer' ? Number(entered) : entered;
};

/** A question that hangs on another answer is left out where that answer says so. */
const isAsked = (field: FieldView, page: FilingPageView): boolean => {
  const answered = page.fields.filter(({ entered }) => entered !== '');
  const facts = Object.fromEntries(answered.map((other) => [other.fact, plain(other)]));
  return field.when === undefined || evaluate(field.when, facts) !== false;
};

const sectionOf = (page: FilingPageView) => ({
  title: page.title,
  rows: page.fields
    .filter((field) => isAsked(field, page))
    .map(({ label, text, type, required }) => ({
      label,
      value: text === '' ? (required ? 'Belum diisi' : 'Tidak diisi') : text,
      verbatim: verbatimTypes.has(type),
      change: pagePath(page.id),
    })),
});

const scanWords = {
  missing: 'Belum dikirim',
  expected: 'Belum diterima',
  accepted: '✓ Sudah diterima',
  rejected: 'Perlu dikirim ulang',
} as const;

const scanWord = ({ state, oneOf, chosen }: RequirementView): string => {
  const which = oneOf?.find(({ id }) => id === chosen)?.label;
  if (oneOf && which === undefined) return 'Belum dipilih';
  return which === undefined ? scanWords[state] : `${which}: ${scanWords[state]}`;
};

const scans = ({ requirements }: FilingView) =>
  requirements.length === 0
    ? []
    : [
        {
          title: 'Berkas',
          rows: requirements.map((requirement) =>
            requirement.shown
              ? { label: requirement.label, value: 'Ditunjukkan di loket, tidak perlu dikirim' }
              : {
                  label: requirement.label,
                  value: scanWord(requirement),
                  change: requirementPath(requirement.id),
                },
          ),
        },
      ];

const privacy = ({ privacy: view }: FilingView) =>
  view ? [{ title: 'Siapa yang boleh tahu', rows: privacyRows(view, paths.privacy) }] : [];

const open = (view: FilingView) => [
  ...(view.privacy?.done === false ? [{ path: paths.privacy, message: 'Pilih siapa yang boleh tahu' }] : []),
  ...view.missing.pages.map((id) => ({
    path: pagePath(id),
    message: `Lengkapi “${view.pages.find((page) => page.id === id)?.title ?? id}”`,
  })),
  ...view.missing.requirements.map((id) => ({
    path: requirementPath(id),
    message: `Kirim foto ${view.requirements.find((requirement) => requirement.id === id)?.label ?? id}`,
  })),
];

const warnings = (view: FilingView) =>
  view.warnings.map(({ fact, message }) => ({
    path: pagePath(view.pages.find(({ fields }) => fields.some((field) => field.fact === fact))?.id ?? ''),
    message,
  }));

export const checkAnswers = (
  view: FilingView,
): Pick<CheckAnswersProps, 'service' | 'sections' | 'open' | 'warnings' | 'button'> => ({
  service: nameOf(view),
  button: view.objection ? 'Kirim keberatan' : 'Kirim permohonan',
  sections: [...privacy(view), ...asked(view).map(sectionOf), ...scans(view)],
  open: open(view),
  warnings: warnings(view),
});
