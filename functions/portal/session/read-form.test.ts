import { Hono } from 'hono/tiny';
import { describe, expect, it } from 'vitest';
import type { PortalEnv } from '../env.ts';
import { readForm } from './read-form.ts';

const app = new Hono<PortalEnv>();
app.post('/', async (c) => c.json((await readForm(c)) ?? 'too large'));

const sent = async (body: string): Promise<unknown> =>
  (await app.request('/', { method: 'POST', body })).json();

describe('a sent form', () => {
  it('is read as plain text: nothing in it turns, hides or breaks a line elsewhere than people do', async () => {
    expect(await sent('alasan=a%E2%80%AEb%00c%0D%0Ad%1B%5B31m&_token=x')).toEqual({
      own: { _token: 'x' },
      answers: { alasan: 'ab c\nd [31m' },
    });
  });

  it('says of a name that comes twice what it says last', async () => {
    expect(await sent('nama=satu&nama=dua&_token=x&_token=y')).toEqual({
      own: { _token: 'y' },
      answers: { nama: 'dua' },
    });
  });

  it('is none when it is larger than any of ours', async () => {
    expect(await sent(`alasan=${'a'.repeat(100_000)}`)).toBe('too large');
  });
});
