// What may be done to a product beside the steps of its case: chosen first, then done with a button that says it.
import type { CaseView, ProductView } from '@layan/contract/staff/case';
import { Button, Radio, Stack, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { Disclosure } from '../../shared/disclosure.tsx';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { NoteField } from './note-field.tsx';
import type { CommandEnds } from './use-command.ts';
import { useProductChange } from './use-product-change.ts';

interface Props {
  readonly view: CaseView;
  readonly product: ProductView;
  readonly on: CommandEnds;
}

type Change = ProductView['actions'][number];

/** What cannot be taken back looks like it. */
const final: readonly Change['change'][] = ['revoke', 'return', 'replace', 'expire'];

export function ProductChanges({ view, product, on }: Props) {
  const possible = product.actions.filter(({ allowed }) => allowed);
  const closed = product.actions.filter(({ allowed }) => !allowed);
  if (product.actions.length === 0) return null;
  return (
    <>
      {possible.length === 0 ? null : (
        <Disclosure summary={`Yang dapat dilakukan atas ${product.label} ini`}>
          <ChangeForm view={view} product={product} possible={possible} on={on} />
        </Disclosure>
      )}
      {closed.length === 0 ? null : (
        <Disclosure summary="Mengapa tindakan lain belum bisa">
          <ul className="plain-list others">
            {closed.map(({ id, label, reason }) => (
              <li key={id}>
                <Text size="sm">
                  <strong>{label}</strong>: {reason ?? 'belum tersedia.'}
                </Text>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function ChangeForm({ view, product, possible, on }: Props & { readonly possible: readonly Change[] }) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const { texts, set, forget } = useKeptTexts(`${view.id}.${product.id}`);
  const [lack, setLack] = useState<{ at: string; sentence: string }>();
  const command = useProductChange(view, product, {
    ...on,
    done: (what) => {
      forget();
      on.done(what);
    },
  });
  const chosen = possible.find(({ id }) => id === texts.action);
  useFocusAt(form, lack?.at, lack);
  const lackAt = (at: string): string | undefined => (lack?.at === at ? lack.sentence : undefined);
  const send = (): void => {
    const note = (texts.note ?? '').trim();
    const found =
      chosen === undefined
        ? { at: 'action', sentence: 'Pilih dahulu tindakannya.' }
        : chosen.note === 'required' && note === ''
          ? { at: 'note', sentence: 'Tulis dahulu catatan untuk pemohon.' }
          : undefined;
    setLack(found);
    if (found === undefined && chosen !== undefined) command.send(chosen, note);
  };
  return (
    <form
      ref={form}
      className="action"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div data-at="action">
        <Radio.Group
          label={<span id={title}>Tindakan atas {product.label}</span>}
          value={chosen?.id ?? null}
          error={lackAt('action')}
          onChange={(action) => {
            command.reset();
            setLack(undefined);
            set('action', action);
          }}
        >
          <Stack gap={0}>
            {possible.map(({ id, label }) => (
              <Radio key={id} value={id} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </div>
      {chosen === undefined || chosen.note === 'none' ? null : (
        <NoteField
          required={chosen.note === 'required'}
          value={texts.note ?? ''}
          problem={lackAt('note')}
          onChange={(note) => {
            setLack(undefined);
            set('note', note);
          }}
        />
      )}
      <ProblemNotice error={command.error} arrive />
      {chosen === undefined ? null : (
        <>
          {final.includes(chosen.change) ? (
            <Text size="sm">Tindakan ini tidak dapat dikembalikan. Periksa nomor kartu dahulu.</Text>
          ) : null}
          <Button
            type="submit"
            color={final.includes(chosen.change) ? '#a61e1e' : 'layan'}
            loading={command.sending}
          >
            {chosen.label}
          </Button>
        </>
      )}
    </form>
  );
}
