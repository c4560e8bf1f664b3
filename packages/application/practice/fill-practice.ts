// Fills an empty practice space: invented people file at the portal, page by page like everybody else.
import type { StandardId } from '@layan/domain/kernel/ids';
import { makeGetFiling } from '../filing/get-filing.ts';
import { makePrepareUpload } from '../filing/prepare-upload.ts';
import { makeSaveFilingPage } from '../filing/save-filing-page.ts';
import { makeSavePrivacy } from '../filing/save-privacy.ts';
import { makeStartFiling } from '../filing/start-filing.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type InventedSetting, inventedAnswer } from './invented-answers.ts';

/** Families that wait in the inbox when somebody begins to practise. */
const FAMILIES = 6;
/** No form has so many pages and requirements. */
const MOST_STOPS = 60;

const file = async (
  ports: Ports,
  service: StandardId,
  n: number,
  setting: InventedSetting,
): Promise<boolean> => {
  const started = await makeStartFiling(ports)({ service, startOver: true });
  if (!started.ok) return false;
  const { session } = started.value;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const view = await makeGetFiling(ports)({ session });
    if (!view.ok) return false;
    const { next, pages } = view.value;
    if (next.kind === 'check') return (await makeSubmitFiling(ports)({ session })).ok;
    if (next.kind === 'requirement') {
      const prepared = await makePrepareUpload(ports)({ session, requirement: next.requirement });
      if (!prepared.ok) return false;
      continue;
    }
    if (next.kind === 'privacy') {
      const told = await makeSavePrivacy(ports)({ session, anonymous: false, confidential: false });
      if (!told.ok) return false;
      continue;
    }
    const fields = pages.find(({ id }) => id === next.page)?.fields ?? [];
    const raw = Object.fromEntries(fields.map((field) => [field.fact, inventedAnswer(field, n, setting)]));
    const saved = await makeSaveFilingPage(ports)({ session, page: next.page, raw });
    if (!saved.ok) return false;
  }
  return false;
};

/** @returns how many were filed; services without a portal have none. `ports` are those of the practice space. */
export const fillPractice = async (ports: Ports): Promise<number> => {
  if (ports.space !== 'practice') throw new Error('Only a practice space is filled with invented people.');
  const { region } = await getProfile(ports.directory);
  const regions = await ports.directory.findRegions();
  const villages = regions?.districts.flatMap(({ villages: inside }) => inside.map(({ code }) => code)) ?? [];
  let filed = 0;
  for (const { id, published } of await ports.standards.list()) {
    if (!published) continue;
    for (let n = 1; n <= FAMILIES; n += 1) {
      if (await file(ports, id, n, { region, villages })) filed += 1;
    }
  }
  return filed;
};
