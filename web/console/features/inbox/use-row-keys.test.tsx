// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useRowKeys } from './use-row-keys.ts';

afterEach(cleanup);
beforeEach(() => localStorage.clear());

function List({ ids, selected, close }: { ids: string[]; selected?: string; close: () => void }) {
  const list = useRowKeys(selected, { close });
  return (
    <>
      <input aria-label="Catatan" />
      <div ref={list}>
        {[ids.slice(0, 1), ids.slice(1)].map((group) => (
          <ol key={group.join()}>
            {group.map((id) => (
              <li key={id} data-case={id}>
                <a href={`/${id}`} aria-current={id === selected ? 'true' : undefined}>
                  {id}
                </a>
              </li>
            ))}
          </ol>
        ))}
      </div>
    </>
  );
}

const open = (selected?: string) => {
  const close = vi.fn();
  const list = (now: string | undefined) => (
    <List ids={['satu', 'dua', 'tiga']} close={close} {...(now === undefined ? {} : { selected: now })} />
  );
  const { rerender } = render(list(selected));
  return { close, select: (now: string | undefined) => rerender(list(now)) };
};
const press = (key: string): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
};
const focused = (): string | null => document.activeElement?.textContent ?? null;

describe('keys in the inbox', () => {
  it('move the focus down and up, and stop at the ends', () => {
    open();
    press('j');
    expect(focused()).toBe('satu');
    press('j');
    press('j');
    press('j');
    expect(focused()).toBe('tiga');
    press('k');
    expect(focused()).toBe('dua');
    press('k');
    press('k');
    expect(focused()).toBe('satu');
  });

  it('go on from the case that is open', () => {
    open('dua');
    press('j');
    expect(focused()).toBe('tiga');
  });

  it('close the open case with Escape', () => {
    const { close } = open('dua');
    press('Escape');
    expect(close).toHaveBeenCalledOnce();
  });

  it('let Enter be Enter: links and buttons open by themselves', () => {
    open();
    press('j');
    expect(fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' })).toBe(true);
  });

  it('give the focus back to the row of a case that was closed', () => {
    const { select } = open('dua');
    select(undefined);
    expect(focused()).toBe('dua');
  });

  it('leave the focus alone when nothing was open', () => {
    open().select(undefined);
    expect(document.activeElement).toBe(document.body);
  });
});
