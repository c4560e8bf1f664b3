// An agency that takes its old register over: rows as they stand in a spreadsheet, sent a few at a time.
import { makeImportRows } from '@layan/application/register/import-rows';
import { makeStartImport } from '@layan/application/register/start-import';
import type { RegisterCells } from '@layan/domain/register/register-fields';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { testPerson } from '../builders/people.ts';
import { type ultpkScene, valueIn } from './ultpk-scene.ts';

type Scene = Pick<Awaited<ReturnType<typeof ultpkScene>>, 'ports' | 'staff'>;

export const registerMapping = {
  columns: {
    number: 'No. Kartu',
    holder: 'Nama',
    nik: 'NIK',
    familyCardNumber: 'No. KK',
    issued: 'Tgl. Terbit',
    state: 'Ket.',
    product: 'Jenis',
  },
};

/** Row of person n. */
export const oldCard = (n: number, changes: RegisterCells = {}): RegisterCells => {
  const { name, nik, familyCardNumber } = testPerson(n);
  const number = `LAMA/${String(n).padStart(4, '0')}`;
  return {
    product: 'Bestari',
    number,
    holder: name,
    nik,
    familyCardNumber,
    issued: '17-08-2020',
    ...changes,
  };
};

export const startOldRegister = async ({ ports, staff }: Scene, rows: number, fingerprint = 'a'.repeat(64)) =>
  valueIn(
    await makeStartImport(ports)({
      ...{ member: staff.manager, standard: ultpk.id, fileName: 'buku-kartu.xlsx', rows, fingerprint },
      mapping: registerMapping,
    }),
  );

/** Takes all rows over, so many at a time. */
export const takeOver = async (
  scene: Scene,
  rows: readonly RegisterCells[],
  { atOnce = 25, fingerprint }: { readonly atOnce?: number; readonly fingerprint?: string } = {},
) => {
  const record = await startOldRegister(scene, rows.length, fingerprint);
  const answers = [];
  let last = record;
  for (let at = 0; at < rows.length; at += atOnce) {
    const sent = rows.slice(at, at + atOnce).map((cells, i) => ({ line: at + i + 2, cells }));
    const input = { member: scene.staff.manager, importId: record.id, from: at + 1, rows: sent };
    const done = valueIn(await makeImportRows(scene.ports)(input));
    answers.push(...done.rows);
    last = done.record;
  }
  return { record: last, answers, outcomes: answers.map(({ outcome }) => outcome) };
};
