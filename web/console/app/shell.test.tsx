// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { anApi, Surroundings } from '../fixtures/an-api.tsx';
import { aMe } from '../fixtures/me.ts';
import { Shell } from './shell.tsx';

afterEach(cleanup);

const open = (closing: { on: string } | undefined) => {
  const me = aMe();
  const { api } = anApi(() => ({}));
  render(
    <Surroundings api={api}>
      <Shell me={{ ...me, tenant: { ...me.tenant, closing } }} onSignOut={() => undefined}>
        <h1>Kotak masuk</h1>
      </Shell>
    </Surroundings>,
  );
};

it('says in one line that the government leaves, and from which day on', () => {
  open({ on: '2026-12-01' });
  screen.getByText(/^Kota Uji ditutup di Layan mulai Selasa, 1 Desember 2026/);
});

it('says nothing of it otherwise', () => {
  open(undefined);
  expect(screen.queryByText(/ditutup di Layan/)).toBeNull();
});
