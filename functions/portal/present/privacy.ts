// The question what others may know of a filing, as fields of a page. Nothing here knows any particular service.
import type { PrivacyView } from '@layan/application/filing/filing-view';
import type { FieldView } from '@layan/portal/parts/field-view';

const ANONYMITY = 'tanpa-nama';
const CONFIDENTIALITY = 'rahasia';
const CHOICE_MISSING = 'Pilih salah satu jawaban.';

const named = [
  { value: 'tidak', label: 'Sebutkan nama saya' },
  { value: 'ya', label: 'Tanpa nama' },
];
const kept = [
  { value: 'tidak', label: 'Tidak perlu dirahasiakan' },
  { value: 'ya', label: 'Rahasiakan' },
];

export type PrivacyAnswers = Readonly<Record<string, string>>;

const choice = (
  view: PrivacyView,
  field: Pick<FieldView, 'id' | 'label' | 'hint' | 'options'>,
  chosen: boolean,
  answers: PrivacyAnswers | undefined,
): FieldView => {
  const answered = answers?.[field.id] ?? (view.done ? (chosen ? 'ya' : 'tidak') : '');
  const value = field.options.some((option) => option.value === answered) ? answered : '';
  return {
    ...field,
    type: 'choice',
    required: true,
    value,
    maxLength: 10,
    isHeading: false,
    ...(answers !== undefined && value === '' ? { problem: CHOICE_MISSING } : {}),
  };
};

/** @param answers what was sent just now; undefined while nothing was sent */
export const privacyFields = (view: PrivacyView, answers?: PrivacyAnswers): readonly FieldView[] => {
  const { anonymity, confidentiality } = view;
  return [
    ...(anonymity
      ? [
          choice(
            view,
            {
              id: ANONYMITY,
              label: 'Apakah Anda ingin menyebutkan nama?',
              hint: `Tanpa nama: nama dan kontak boleh kosong. Bila tetap Anda isi, hanya ${anonymity.readers} yang membacanya. Tanpa kontak, jawaban hanya dapat dilihat dengan nomor tiket dan kode rahasia.`,
              options: named,
            },
            anonymity.chosen,
            answers,
          ),
        ]
      : []),
    ...(confidentiality
      ? [
          choice(
            view,
            {
              id: CONFIDENTIALITY,
              label: confidentiality.label,
              hint: `Bila dirahasiakan, isinya hanya dibuka ${confidentiality.readers} dan petugas yang mengerjakannya.`,
              options: kept,
            },
            confidentiality.chosen,
            answers,
          ),
        ]
      : []),
  ];
};

export const privacyOf = (answers: PrivacyAnswers) => ({
  anonymous: answers[ANONYMITY] === 'ya',
  confidential: answers[CONFIDENTIALITY] === 'ya',
});

/** What was chosen, for the page that shows everything once more. */
export const privacyRows = ({ anonymity, confidentiality, done }: PrivacyView, change: string) => [
  ...(anonymity
    ? [
        {
          label: 'Nama Anda',
          value: done ? (anonymity.chosen ? 'Tanpa nama' : 'Disebutkan') : 'Belum dipilih',
          change,
        },
      ]
    : []),
  ...(confidentiality
    ? [
        {
          label: confidentiality.label,
          value: done ? (confidentiality.chosen ? 'Dirahasiakan' : 'Tidak perlu') : 'Belum dipilih',
          change,
        },
      ]
    : []),
];
