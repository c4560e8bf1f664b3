import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StaffId } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import { checkStandard } from './check.ts';
import { ContentHash, contentHash, type HashText } from './content-hash.ts';
import { edited, pick, small, step } from './fixtures/small.ts';
import { draftOf, publishVersion } from './publishing.ts';
import { confirmReading, unconfirmedReadings } from './readings.ts';
import { Standard } from './standard.ts';
import type { StandardVersion } from './standard-version.ts';

const sha256: HashText = (text) => ContentHash.parse(createHash('sha256').update(text).digest('hex'));
const monday = toInstantText(Date.UTC(2026, 2, 2));
const tuesday = toInstantText(Date.UTC(2026, 2, 3));
const manager = { id: StaffId.parse('manager'), name: 'Pengelola Uji' };

const draft = draftOf(small, undefined, monday, sha256);

const confirmed = (version: StandardVersion): StandardVersion => {
  const result = confirmReading(version, 'silence', manager, monday);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

/** Without a decree, which would have to be approved first. */
const publishing = (version: StandardVersion, current?: StandardVersion) =>
  publishVersion(
    { ...version, standard: { ...version.standard, decree: null } },
    current,
    { decision: 'stay' },
    { at: tuesday, by: manager, today: '2026-03-03', findings: checkStandard(version.standard) },
  );

const published = (version: StandardVersion, current?: StandardVersion) => {
  const result = publishing(version, current);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('a draft', () => {
  it('begins as version 1 with nothing confirmed', () => {
    expect(draft).toMatchObject({ version: 1, state: 'draft', confirmations: {}, createdAt: monday });
    expect(unconfirmedReadings(draft)).toEqual(['silence']);
  });

  it('edited again stays the same version and keeps when it began', () => {
    const again = draftOf(
      edited((standard) => {
        standard.summary = 'Lain.';
      }),
      draft,
      tuesday,
      sha256,
    );
    expect(again).toMatchObject({ version: 1, createdAt: monday });
    expect(again.hash).not.toBe(draft.hash);
  });

  it('keeps what was confirmed as long as the reading keeps its words', () => {
    const same = draftOf(small, confirmed(draft), tuesday, sha256);
    expect(unconfirmedReadings(same)).toEqual([]);
    const reworded = edited(({ readings }) => {
      pick(readings, 'silence').statement = 'Berkas ditutup setelah sehari.';
    });
    expect(unconfirmedReadings(draftOf(reworded, confirmed(draft), tuesday, sha256))).toEqual(['silence']);
  });

  it('after a published version is the next one, with its confirmations', () => {
    const first = published(confirmed(draft)).published;
    const second = draftOf(small, first, tuesday, sha256);
    expect(second).toMatchObject({ version: 2, state: 'draft', createdAt: tuesday });
    expect(unconfirmedReadings(second)).toEqual([]);
    expect(second.publishedAt).toBeUndefined();
  });
});

describe('a reading', () => {
  it('is confirmed by somebody at some time, and the first word counts', () => {
    const once = confirmed(draft);
    expect(once.confirmations).toEqual({ silence: { by: 'manager', name: 'Pengelola Uji', at: monday } });
    const other = { id: StaffId.parse('other'), name: 'Lain' };
    expect(confirmReading(once, 'silence', other, tuesday)).toEqual({ ok: true, value: once });
  });

  it('that does not exist cannot be confirmed, nor can one of a published version', () => {
    expect(confirmReading(draft, 'noise', manager, monday)).toEqual({
      ok: false,
      error: 'reading-not-found',
    });
    const { published: current } = published(confirmed(draft));
    expect(confirmReading(current, 'silence', manager, monday)).toEqual({ ok: false, error: 'not-a-draft' });
  });
});

describe('publishing', () => {
  it('needs every reading confirmed', () => {
    expect(publishing(draft)).toEqual({
      ok: false,
      error: { code: 'not-ready', step: 'publish', blockers: [{ code: 'unconfirmed', count: 1 }] },
    });
    expect(publishing(confirmed(draft)).ok).toBe(true);
  });

  it('needs a standard without errors; warnings do not stop it', () => {
    const silent = edited((standard) => {
      delete step(standard, 'review').citizen;
    });
    expect(publishing(confirmed(draftOf(silent, undefined, monday, sha256))).ok).toBe(true);
    const broken = edited((standard) => {
      step(standard, 'review').form = 'nothing';
    });
    const refused = publishing(confirmed(draftOf(broken, undefined, monday, sha256)));
    expect(refused).toMatchObject({ error: { blockers: [{ code: 'errors' }] } });
  });

  it('needs examples that run as they are written', () => {
    const other = edited(({ process }) => {
      for (const example of process.examples) example.ending = 'tidak-ada';
    });
    const refused = publishing(confirmed(draftOf(other, undefined, monday, sha256)));
    expect(refused).toMatchObject({ error: { blockers: [{ code: 'errors' }] } });
  });

  it('makes the draft current and supersedes what was', () => {
    const first = published(confirmed(draft)).published;
    expect(first).toMatchObject({ state: 'published', publishedAt: tuesday, hash: draft.hash });
    const next = published(draftOf(small, first, tuesday, sha256), first);
    expect(next.published).toMatchObject({ version: 2, state: 'published', running: { decision: 'stay' } });
    expect(next.superseded).toMatchObject({ version: 1, state: 'superseded', supersededAt: tuesday });
    expect(next.superseded?.life?.at(-1)).toEqual({ to: 'superseded', at: tuesday, by: manager });
  });

  it('happens once', () => {
    const first = published(confirmed(draft)).published;
    expect(publishing(first)).toMatchObject({ error: { blockers: [{ code: 'wrong-state' }] } });
  });
});

describe('the hash', () => {
  it('does not depend on how the document was written', () => {
    const reversed = Object.fromEntries(Object.entries(structuredClone(small)).reverse());
    expect(contentHash(Standard.parse(reversed), sha256)).toBe(draft.hash);
  });

  it('depends on every word', () => {
    const other = edited((standard) => {
      standard.summary += ' ';
    });
    expect(contentHash(other, sha256)).not.toBe(draft.hash);
  });
});
