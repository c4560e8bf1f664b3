import { expect, it } from 'vitest';
import { emptyCloud } from '../cloud.ts';
import { announce, table } from './announce.ts';

it('lines up columns of different lengths', () => {
  expect(
    table([
      ['Portal', 'http://a'],
      ['Mail and more', 'http://b', 'x'],
    ]),
  ).toEqual(['Portal          http://a', 'Mail and more   http://b   x']);
});

it('says where everything is and who one can be', () => {
  const cloud = emptyCloud();
  for (const name of ['layan.local.kota-uji', 'layan-local-control'])
    cloud.tables.set(name, { arn: name, name });
  const said: string[] = [];
  const portal = (slug: string) => `http://${slug}.localhost:1`;
  const addresses = { portal, api: portal('api'), console: portal('console'), mail: portal('mail') };
  const account = { poolId: 'p', email: 'satu@uji.example', name: 'Petugas Uji Satu', description: 'Loket' };

  announce({ cloud, addresses, demo: { all: () => [account] } }, (line) => said.push(line));

  const text = said.join('\n');
  expect(text).toContain('Portal kota-uji   http://kota-uji.localhost:1');
  expect(text).not.toContain('control');
  expect(text).toContain('Petugas Uji Satu   Loket   satu@uji.example');
  expect(text).toContain('Ctrl-C');
});
