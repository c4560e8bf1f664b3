// Many letters at once: all of them looked over on one page, done with one button, and what became of each.
import { Button, Progress, Skeleton, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useKeys } from '../../../shared/keyboard.ts';
import { PageHeading } from '../../../shared/page-heading.tsx';
import type { AtOnce } from '../at-once.ts';
import { useSelection } from '../use-selection.ts';
import { LetterBeside } from './letter-beside.tsx';
import { TogetherItem } from './together-item.tsx';
import { togetherWords } from './together-words.ts';
import { useItemKeys } from './use-item-keys.ts';
import { type Item, useTogether } from './use-together.ts';
import './together.css';

interface Props {
  readonly role: string;
  readonly way: AtOnce;
}

const isReady = ({ standing, progress }: Item): boolean =>
  standing?.ready === true && progress?.state !== 'done';

const counted = (items: readonly Item[], state: string): number =>
  items.filter(({ progress }) => progress?.state === state).length;

export function TogetherPage({ role, way }: Props) {
  const selection = useSelection(role);
  const { items: all, running, loading, send } = useTogether(role, way, selection);
  // Chosen for the other way, it is none of this page.
  const items = all.filter(
    ({ view, task }) => !view?.actions.some((one) => one.task === task && one.review !== way && one.review),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string>();
  const words = togetherWords[way];
  const going = items.filter((item) => isReady(item) && !left.has(item.key));
  const toggle = (key: string): void =>
    setLeft((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    );
  const show = (key: string): void => setShown((before) => (before === key ? undefined : key));
  const list = useItemKeys({ toggle, show });
  const begin = (): void => {
    if (!running && !loading && going.length > 0) void send(going);
  };
  useKeys(useMemo(() => ({ Escape: () => setShown(undefined) }), []));
  const tried = items.filter(({ progress }) => progress !== undefined).length;
  const [done, failed] = [counted(items, 'done'), counted(items, 'failed')];
  const open = items.find(({ key }) => key === shown);
  return (
    <div className="wide together">
      <PageHeading title={words.title} />
      <Text size="sm" mt={4}>
        <Link href={`/kotak/${role}`}>Kembali ke kotak masuk</Link>
      </Text>
      {items.length === 0 && !loading ? (
        <Text mt="sm">Belum ada yang dipilih. Pilih berkas di kotak masuk dahulu.</Text>
      ) : (
        <div className="together-columns" data-open={open !== undefined}>
          <div>
            <section className="panel together-go" aria-label="Kerjakan">
              <Text size="sm">{words.explained}</Text>
              <TogetherProgress
                noun={words.noun}
                tried={tried}
                done={done}
                failed={failed}
                running={running}
              />
              {tried > 0 && !running && failed === 0 && going.length === 0 ? (
                <Text fw={600} role="status">
                  {words.done(done)}
                </Text>
              ) : (
                <Button loading={running} disabled={loading || going.length === 0} onClick={begin}>
                  {tried === 0
                    ? `${words.verb} ${going.length} ${words.noun}`
                    : `Coba lagi ${going.length} ${words.noun} yang belum`}
                </Button>
              )}
            </section>
            {loading ? <Skeleton height={8} mt="sm" role="status" aria-label="Memuat berkas" /> : null}
            <ol className="together-list" ref={list} aria-label={`Daftar ${words.noun}`}>
              {items.map((item) => (
                <TogetherItem
                  key={item.key}
                  item={item}
                  on={!left.has(item.key)}
                  shown={item.key === shown}
                  locked={running}
                  onToggle={() => toggle(item.key)}
                  onShow={() => show(item.key)}
                />
              ))}
            </ol>
          </div>
          {open?.view === undefined ? null : (
            <LetterBeside view={open.view} task={open.task} onClose={() => setShown(undefined)} />
          )}
        </div>
      )}
    </div>
  );
}

interface Counts {
  readonly noun: string;
  readonly tried: number;
  readonly done: number;
  readonly failed: number;
  readonly running: boolean;
}

/** Screen readers hear every tenth, and the end. */
function TogetherProgress({ noun, tried, done, failed, running }: Counts) {
  if (tried === 0) return null;
  const over = done + failed;
  const heard = running ? Math.floor(over / 10) * 10 : over;
  return (
    <div className="together-progress">
      <Progress value={(over / tried) * 100} aria-label={`Selesai dari ${tried} ${noun}`} />
      <Text size="sm" aria-hidden>
        {done} dari {tried} {noun} selesai{failed === 0 ? '' : `, ${failed} belum berhasil`}.
      </Text>
      <span role="status" className="heard">
        {running ? `${heard} dari ${tried} selesai.` : `${done} selesai, ${failed} belum berhasil.`}
      </span>
      {running ? <Text size="sm">Halaman ini aman ditutup. Yang sudah selesai tetap tersimpan.</Text> : null}
    </div>
  );
}
