// @vitest-environment happy-dom
import { getIndexKey, renewIndexKey } from '@layan/contract/staff/keys';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { IndexKeyPanel } from './index-key-panel.tsx';

afterEach(cleanup);

it('has the key replaced by who is sure, once', async () => {
  const resting = { stage: 'resting' as const, since: '3 Februari 2026' };
  const { api, asked } = anApi(({ path }) =>
    path === getIndexKey.path ? resting : { ...resting, asked: { when: 'hari ini', by: 'PPDP Uji' } },
  );
  render(
    <Surroundings api={api}>
      <IndexKeyPanel />
    </Surroundings>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Ganti kunci segera' }));
  fireEvent.click(screen.getByRole('button', { name: 'Batal' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ganti kunci segera' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ya, ganti sekarang' }));
  await screen.findByText(/Penggantian diminta PPDP Uji, hari ini/);
  expect(screen.queryByRole('button', { name: /[Gg]anti/ })).toBeNull();
  expect(asked.filter(({ path }) => path === renewIndexKey.path)).toHaveLength(1);
});
