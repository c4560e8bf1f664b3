import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { openStore } from '../store.ts';
import { mortal } from './mortal-store.ts';

it('keeps what was written while it lived, and nothing of what came after', () => {
  const dir = mkdtempSync(join(tmpdir(), 'layan-mortal-'));
  const { store, die } = mortal(openStore(dir));
  const words = store.collection('words', z.string());
  words.set('before', 'kept');
  words.set('removed later', 'kept');

  die();
  words.set('after', 'lost');
  words.delete('removed later');

  const onDisk = openStore(dir).collection('words', z.string());
  expect([...onDisk.entries()].sort()).toEqual([
    ['before', 'kept'],
    ['removed later', 'kept'],
  ]);
});
