// The published documents as they stand, without any reading of ours, and what the checker says about them. Numbers are those
// of the places in each document that were found by hand. Where the checker stays silent, a comment says why it must.
import { readFileSync } from 'node:fs';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { checkStandard } from '@layan/domain/standard/check';
import type { FindingCode } from '@layan/domain/standard/checks/catalogue';
import { parseStandardText } from '@layan/domain/standard/parse-standard-text';
import type { Standard } from '@layan/domain/standard/standard';
import type { TenantFacts } from '@layan/domain/standard/tenant-facts';
import { describe, expect, it, test } from 'vitest';
import { vervalPbiJk } from '../kab-lumajang/verval-pbi-jk.ts';
import { pengaduan } from '../kota-kupang/pengaduan.ts';
import { rekomendasiKis } from '../kota-pekalongan/rekomendasi-kis.ts';
import { ultpk } from '../kota-probolinggo/ultpk.ts';

const draft = (name: string): Standard => {
  const parsed = parseStandardText(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
};

type Expected = readonly [issue: number, code: FindingCode, place: string];

const found = (standard: Standard, tenant?: TenantFacts): readonly string[] =>
  checkStandard(standard, tenant).map(({ code, place }) => `${code} ${place}`);

/** After what hides the next stage was mended, and only that. */
const mended = (standard: Standard, mend: (standard: Standard) => void): Standard => {
  const copy = structuredClone(standard);
  mend(copy);
  return copy;
};

const step = ({ process }: Standard, id: string) => {
  const found = process.steps.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

const probolinggo = draft('kota-probolinggo-ultpk');
const pekalongan = draft('kota-pekalongan-rekomendasi-kis');
const kupang = draft('kota-kupang-pengaduan');
const lumajang = draft('kab-lumajang-verval-pbi-jk');

describe('the draft', () => {
  test.each([
    [probolinggo, ultpk],
    [pekalongan, rekomendasiKis],
    [kupang, pengaduan],
    [lumajang, vervalPbiJk],
  ])('has the text of the standard, and no reading: $title', (raw, standard) => {
    expect(raw.components).toEqual(standard.components);
    expect(raw.readings).toEqual([]);
    expect(JSON.stringify(raw.process)).not.toContain('"inferred"');
  });

  test.each([probolinggo, pekalongan, kupang, lumajang])(
    'cannot be published as it stands: $title',
    (raw) => {
      expect(checkStandard(raw).some(({ severity }) => severity === 'error')).toBe(true);
    },
  );
});

describe('Kota Probolinggo, ULTPK', () => {
  it.each<Expected>([
    [1, 'contacts-contradict', 'components.complaintHandling.complaintHandling.5'],
    [2, 'alternate-unread', 'components.product.product.1.sippn'],
    // 3: one ticket issued in three sentences. A process issues it once or three times; the text does not say which.
    [4, 'product-undecidable', 'process.products.bestari-card'],
    [4, 'outcomes-uncovered', 'process.steps.survey-entry'],
    [4, 'no-objection-channel', 'process.channels'],
    [4, 'ending-tells-nobody', 'process.endings.bestari-revoked'],
    // 5: no time for the survey that follows. Norms are the agency's own; a standard without any is in order.
    // 6: from when the hour counts. Every deadline has a start; that this one was chosen for want of a word shows nowhere.
    //    What follows from "jam" without "kerja" is found below, where the opening hours are known.
    [7, 'promise-without-day-type', 'process.deadlines.pendalungan'],
    [8, 'task-malformed', 'process.steps.issue-bestari'],
    [8, 'task-malformed', 'process.steps.revoke-bestari'],
    [9, 'check-without-return', 'process.requirements.head-id-card'],
    // 9: nobody at home, and who refuses. What can happen to people outside is for people to think of.
    // 10: "pengaduan" for two things. Words have no types.
    [11, 'guarantee-unbacked', 'components.safetyGuarantee.safetyGuarantee.1'],
    [12, 'guarantee-unbacked', 'components.safetyGuarantee.safetyGuarantee.2'],
    [12, 'card-unprintable', 'process.products.bestari-card'],
    // 13: four together or four each. 41 people are enough for three roles under both readings.
    // 14, 15: a regulation that may be another one, two in one line. The checker knows no law.
    [16, 'alternate-unread', 'components.procedure.procedure.4.sippn'],
    [17, 'not-enacted', 'decree'],
    // 18: telephone and fax of one number are in order.
  ])('issue %i: %s at %s', (_issue, code, place) => {
    expect(found(probolinggo)).toContain(`${code} ${place}`);
  });

  it('promises an hour that runs while the office is closed (6)', () => {
    const tenant = { calendar: defaultCalendar('Asia/Jakarta') };
    expect(found(probolinggo, tenant)).toContain('promise-while-closed process.deadlines.bestari');
  });
});

describe('Kota Pekalongan, KIS', () => {
  it.each<Expected>([
    // 1: three numbers in one sentence, all of them promises of working days. Which is the outer limit is a reading.
    [2, 'time-without-promise', 'components.processingTime.processingTime.2'],
    // 3: a school report for a health card. The checker does not know what a health card is.
    //    That nobody is said to look at it, it sees.
    [3, 'requirement-never-checked', 'process.requirements.school-report'],
    // 4: one letter under two names. Names are text.
    // 5: letters b to f are lost. Labels of sentences are kept as printed and mean nothing.
    // 6, 7: whether the listed branch skips a step. Both ways are in order.
    [8, 'outcomes-uncovered', 'process.steps.reverify'],
    [9, 'task-malformed', 'process.steps.verify'],
    [9, 'role-does-nothing', 'process.roles.sectionHead'],
    // 10, 11: who is only told, and what need not be waited for. A process that waits is slower, not wrong.
    [12, 'management-component-missing', 'components.legalBasis'],
    [13, 'staff-fewer-than-roles', 'components.staffCount'],
    [14, 'complaints-unanswered', 'components.complaintHandling'],
    // 15: blanks within a handle. There is nothing to hold it against.
    // 16: no title. The format demands one, so the transcription already had to choose.
    // 17: "offline". What is done in another system is a task like any other.
  ])('issue %i: %s at %s', (_issue, code, place) => {
    expect(found(pekalongan)).toContain(`${code} ${place}`);
  });

  it('counts the components that there are (12)', () => {
    const missing = checkStandard(pekalongan).find(({ code }) => code === 'management-component-missing');
    expect(missing?.message).toBe('Komponen "Dasar hukum" belum ada; 13 dari 14 komponen sudah ada.');
  });
});

describe('Kota Kupang, complaints', () => {
  it.each<Expected>([
    [1, 'target-without-bound', 'process.deadlines.face'],
    [2, 'receipt-unstated', 'process.channels.letter'],
    [2, 'receipt-unstated', 'process.channels.box'],
    // 3: eight days where the national table has others. That table is the tenant's to set.
    [4, 'channel-without-promise', 'process.channels.email'],
    [4, 'channel-without-promise', 'process.channels.whatsapp'],
    [4, 'channel-without-promise', 'process.channels.facebook'],
    // 6: requests for information among complaints. A process without classes is in order.
    [7, 'requirement-malformed', 'process.requirements.id-shown'],
    // 8: a card that is left at the desk. The format knows "shown" and nothing that is kept for an hour.
    // 9: "dan/atau". Transcribed as one requirement it is one; that it is two shows only to who reads.
    // 10: a title of an office that was abolished. Labels are free.
    [11, 'contacts-contradict', 'components.requirements.requirements.3'],
    // 12: "(spasi)" is text.
    // 13: the service is the complaint channel itself: kind "complaint", and so in order.
    // 14: the zone is the tenant's.
  ])('issue %i: %s at %s', (_issue, code, place) => {
    expect(found(kupang)).toContain(`${code} ${place}`);
  });

  it('takes "15 menit atau sesuai kebutuhan" for no promise either (1)', () => {
    const promised = mended(kupang, ({ process }) => {
      for (const deadline of process.deadlines) deadline.kind = 'promise';
    });
    expect(found(promised)).toContain('open-ended-time components.processingTime.processingTime.1');
  });

  it('stops with the signer: nothing is said of sending (5)', () => {
    const next = mended(kupang, ({ process }) => {
      for (const deadline of process.deadlines) deadline.kind = 'promise';
      for (const requirement of process.requirements) delete requirement.shown;
    });
    expect(found(next)).toContain('case-stuck process.places.at-signer');
  });
});

describe('Kabupaten Lumajang, PBI-JK', () => {
  it.each<Expected>([
    // 1: from which step twenty days count. As for an hour in Probolinggo: every deadline has a start.
    // 2: whether waiting for the regent counts. It does unless the deadline says otherwise; who waits outside is found:
    [2, 'external-step-unentered', 'process.steps.ratify'],
    [3, 'waits-forever', 'process.steps.register'],
    [5, 'requirement-never-checked', 'process.requirements.birth-document'],
    // 6: "pasien bayi". Words.
    [7, 'outcomes-uncovered', 'process.steps.deliberate'],
    // 8, 9: one role under two names, villages of two kinds. Names are text.
    // 10: a batch of people, not a person. The process of one person is in order.
    [11, 'external-step-unentered', 'process.steps.upload'],
    [12, 'product-never-issued', 'process.products.validated-data'],
    // 13: "2x24 jam" is a limit, and there is somebody who answers: complaints are in order.
    // 14: an officer of another duty. The checker does not know offices.
    // 15: spelling is kept.
    [16, 'abbreviation-undefined', 'components'],
  ])('issue %i: %s at %s', (_issue, code, place) => {
    expect(found(lumajang)).toContain(`${code} ${place}`);
  });

  it('leaves those whom it sends to another list without a way on (4)', () => {
    const next = mended(lumajang, (standard) => {
      delete step(standard, 'deliberate').outcomes[0]?.when;
      standard.process.products = [];
    });
    expect(found(next)).toContain('case-stuck process.places.advised-registry');
  });

  it('has an answer to complaints, with a time (13)', () => {
    expect(found(lumajang).filter((line) => line.startsWith('complaints-unanswered'))).toEqual([]);
  });
});
