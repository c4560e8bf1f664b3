import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StaffId } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import { edited, pick, small, step } from './fixtures/small.ts';
import {
  confirmReading,
  contentHash,
  draftOf,
  type HashText,
  publishable,
  publishVersion,
  unconfirmedReadings,
} from './publishing.ts';
import { ContentHash, Standard, type StandardVersion } from './standard.ts';

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

const published = (version: StandardVersion, current?: StandardVersion) => {
  const result = publishVersion(version, current, tuesday);
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
    expect(publishable(draft)).toEqual({ ok: false, error: { findings: [], unconfirmed: ['silence'] } });
    expect(publishable(confirmed(draft))).toEqual({ ok: true, value: undefined });
  });

  it('needs a standard without errors; warnings do not stop it', () => {
    const silent = edited((standard) => {
      delete step(standard, 'review').citizen;
    });
    expect(publishable(confirmed(draftOf(silent, undefined, monday, sha256))).ok).toBe(true);
    const broken = edited((standard) => {
      step(standard, 'review').form = 'nothing';
    });
    const refused = publishable(confirmed(draftOf(broken, undefined, monday, sha256)));
    expect(refused).toMatchObject({ ok: false, error: { findings: [{ code: 'unknown-reference' }] } });
  });

  it('makes the draft current and supersedes what was', () => {
    const first = published(confirmed(draft)).published;
    expect(first).toMatchObject({ state: 'published', publishedAt: tuesday, hash: draft.hash });
    const next = published(draftOf(small, first, tuesday, sha256), first);
    expect(next.published).toMatchObject({ version: 2, state: 'published' });
    expect(next.superseded).toEqual({ ...first, state: 'superseded', supersededAt: tuesday });
  });

  it('happens once', () => {
    const first = published(confirmed(draft)).published;
    expect(publishVersion(first, undefined, tuesday)).toEqual({ ok: false, error: { code: 'not-a-draft' } });
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
