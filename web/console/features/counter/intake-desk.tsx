// One person at the counter: the whole form in order, papers, the time of receipt, and one key that files it.
import type { IntakeForm } from '@layan/contract/staff/counter';
import type { Zone } from '@layan/domain/deadline/zones';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { inputContext, remarksOn } from '../../shared/fields/remarks.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { CounterField } from './counter-field.tsx';
import { Duplicates, identifiersOf } from './duplicates.tsx';
import { askedOf, type Lack, lacksOf } from './entry.ts';
import { type Filed, fileIntake } from './file-intake.ts';
import { chooseByDigit, goOn, soon } from './flow-keys.ts';
import { KeptMark } from './kept-mark.tsx';
import { PaperReceipt, receiptProblem } from './paper-receipt.tsx';
import { Paper, Shown } from './papers.tsx';
import { PrivacyChoice } from './privacy-choice.tsx';
import { ReceiptTime, timeProblem } from './receipt-time.tsx';
import { isConflict, type KeptEntry } from './use-kept-entry.ts';
import { useScans } from './use-scans.ts';

interface Props {
  readonly form: IntakeForm;
  readonly kept: KeptEntry;
  readonly about: string | undefined;
  /** When the box was opened that the letter was found in. */
  readonly opened: string | undefined;
  readonly zone: Zone;
  readonly zoneName: string;
  readonly onFiled: (filed: Filed) => void;
  /** Another window changed the same intake: take what it saved. */
  readonly onReload: () => void;
}

const isShown = ({ shown }: IntakeForm['requirements'][number]): boolean => shown === true;

const withTick = (ticked: readonly string[], id: string, isOn: boolean): readonly string[] =>
  isOn ? [...ticked, id] : ticked.filter((other) => other !== id);

const isChosen = (element: EventTarget): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === 'radio';

/** The counter is where claims come in; everything else is said. */
const headingOf = ({ service, channel, kind }: IntakeForm): string =>
  kind === 'counter' ? `Terima permohonan: ${service}` : `${channel}: ${service}`;

export function IntakeDesk({ form, kept, about, opened, zone, zoneName, onFiled, onReload }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const page = useRef<HTMLFormElement>(null);
  const [lacks, setLacks] = useState<readonly Lack[]>([]);
  const [tried, setTried] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const scans = useScans(kept);
  const { entry, keeping } = kept;
  const asked = askedOf(form, entry);
  const context = inputContext(form);
  const identifiers = identifiersOf(form, asked, entry);
  /** Where the last identifier was read: what is known of the person is told once. */
  const told = asked.pages.findLast(({ fields }) => fields.some(({ fact }) => fact in identifiers));

  const filing = useMutation({
    mutationFn: async (andAccept: boolean) => {
      await kept.flush();
      return fileIntake(api, await kept.begun(), andAccept);
    },
    onSuccess: (filed) => {
      kept.forget();
      void queries.invalidateQueries({ queryKey: ['intakes'] });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      onFiled(filed);
    },
    onError: (error) => {
      const problems = error instanceof ApiProblem ? (error.problem.problems ?? []) : [];
      setLacks(problems.map(({ field, detail }) => ({ at: field, sentence: detail })));
      setTried((times) => times + 1);
    },
  });

  const isTimed = form.receipt !== undefined && opened === undefined;

  const found = (): readonly Lack[] => {
    const unread = asked.pages
      .flatMap(({ fields }) => fields)
      .flatMap((field) => {
        const { error } = remarksOn(field, entry.entered[field.fact] ?? '', context);
        return error === undefined ? [] : [{ at: `fact.${field.fact}`, sentence: error }];
      });
    const late = isTimed
      ? timeProblem(entry.receipt, zone)
      : form.receipt === undefined
        ? receiptProblem(entry.receivedOnPaper, zone)
        : undefined;
    const order = [...asked.pages.flatMap(({ fields }) => fields.map(({ fact }) => `fact.${fact}`))];
    const inFields = [...lacksOf(asked, entry, scans.shown), ...unread].sort(
      (a, b) => (order.indexOf(a.at) + 1 || order.length + 1) - (order.indexOf(b.at) + 1 || order.length + 1),
    );
    const at = isTimed ? 'receipt' : 'receivedOnPaper';
    return late === undefined ? inFields : [{ at, sentence: '' }, ...inFields];
  };

  const file = (andAccept: boolean): void => {
    if (filing.isPending) return;
    const now = found();
    setLacks(now);
    setTried((times) => times + 1);
    if (now.length === 0) filing.mutate(andAccept);
  };

  const [first] = lacks;
  useFocusAt(page, first?.at, tried);
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  const lackAt = (at: string): string | undefined => lacks.find((lack) => lack.at === at)?.sentence;
  const write = (at: string, changes: Parameters<KeptEntry['change']>[0]): void => {
    setLacks((all) => all.filter((lack) => lack.at !== at));
    kept.change(changes);
  };

  const choose = (id: string, choice: string): void =>
    write(`requirement.${id}`, (before) => ({ ...before, choices: { ...before.choices, [id]: choice } }));

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !(page.current instanceof HTMLElement)) return;
    const form_ = page.current;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      file(event.shiftKey && form.accept !== undefined);
      return;
    }
    if (isChosen(target) && /^[1-9]$/.test(key)) {
      if (chooseByDigit(target, key)) {
        event.preventDefault();
        soon(() => goOn(form_, target));
      }
      return;
    }
    if (key !== 'Enter' || event.shiftKey || target instanceof HTMLButtonElement) return;
    if (target instanceof HTMLTextAreaElement && !event.altKey) {
      // A new line is Shift+Enter, as in a chat.
      event.preventDefault();
      soon(() => goOn(form_, target));
      return;
    }
    if (isChosen(target)) target.click();
    event.preventDefault();
    soon(() => goOn(form_, target));
  };

  return (
    <form
      ref={page}
      className="intake"
      aria-label={form.channel}
      noValidate
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const at = event.target.closest('[data-at]')?.getAttribute('data-at');
        if (at != null) setLeft((before) => (before.has(at) ? before : new Set([...before, at])));
        kept.left();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        file(false);
      }}
    >
      <header className="intake-head">
        <PageHeading title={about === undefined ? headingOf(form) : 'Catat keberatan'} />
        {about === undefined ? null : <Text size="sm">Atas keputusan berkas {about}.</Text>}
        <KeptMark keeping={keeping} zone={zone} />
      </header>
      {keeping.state !== 'failed' ? null : isConflict(keeping.error) ? (
        <div className="conflict">
          <ProblemNotice error={keeping.error} />
          <div className="receipt-next">
            <Button variant="default" onClick={onReload}>
              Pakai isian dari jendela lain
            </Button>
            <Button variant="default" onClick={() => void kept.keepApart().catch(() => undefined)}>
              Simpan layar ini sebagai isian baru
            </Button>
          </div>
        </div>
      ) : (
        <ProblemNotice error={keeping.error} retry={() => void kept.flush().catch(() => undefined)} />
      )}
      {form.receipt === undefined ? null : (
        <fieldset className="panel intake-section">
          <legend>
            <Title order={2} size="h5">
              Waktu terima
            </Title>
          </legend>
          {opened === undefined ? (
            <ReceiptTime
              kind={form.receipt}
              receipt={entry.receipt}
              zone={zone}
              zoneName={zoneName}
              tried={tried > 0}
              onChange={(receipt) => write('receipt', (before) => ({ ...before, receipt }))}
            />
          ) : (
            <Text size="sm">Kotak dibuka {opened}. Janji dihitung sejak waktu itu.</Text>
          )}
        </fieldset>
      )}
      {form.anonymity === undefined && form.confidentiality === undefined ? null : (
        <fieldset className="panel intake-section">
          <legend>
            <Title order={2} size="h5">
              Siapa yang boleh tahu
            </Title>
          </legend>
          <PrivacyChoice
            form={form}
            entry={entry}
            onChange={(wish) => write('privacy', (before) => ({ ...before, ...wish }))}
          />
        </fieldset>
      )}
      {asked.pages.map(({ id, title, fields }) => (
        <fieldset key={id} className="panel intake-section">
          <legend>
            <Title order={2} size="h5">
              {title}
            </Title>
          </legend>
          <div className="intake-fields">
            {fields.map((field) => (
              <CounterField
                key={field.fact}
                field={field}
                value={entry.entered[field.fact] ?? ''}
                context={context}
                left={left.has(`fact.${field.fact}`)}
                problem={lackAt(`fact.${field.fact}`)}
                onChange={(text) =>
                  write(`fact.${field.fact}`, (before) => ({
                    ...before,
                    entered: { ...before.entered, [field.fact]: text },
                  }))
                }
              />
            ))}
          </div>
          {id === told?.id ? <Duplicates standard={form.standard.id} identifiers={identifiers} /> : null}
        </fieldset>
      ))}
      {asked.requirements.length === 0 ? null : (
        <fieldset className="panel intake-section">
          <legend>
            <Title order={2} size="h5">
              Berkas yang dibawa
            </Title>
          </legend>
          <div className="intake-fields">
            {asked.requirements.filter(isShown).map((requirement) => (
              <Shown
                key={requirement.id}
                requirement={requirement}
                isPaper={entry.shown.includes(requirement.id)}
                problem={lackAt(`requirement.${requirement.id}`)}
                onPaper={(isBack) =>
                  write(`requirement.${requirement.id}`, (before) => ({
                    ...before,
                    shown: withTick(before.shown, requirement.id, isBack),
                  }))
                }
                chosen={entry.choices[requirement.id]}
                onChoose={(choice) => choose(requirement.id, choice)}
              />
            ))}
            {asked.requirements
              .filter((one) => !isShown(one))
              .map((requirement) => (
                <Paper
                  key={requirement.id}
                  requirement={requirement}
                  isPaper={entry.papers.includes(requirement.id)}
                  problem={lackAt(`requirement.${requirement.id}`)}
                  scans={scans}
                  onPaper={(isPaper) =>
                    write(`requirement.${requirement.id}`, (before) => ({
                      ...before,
                      papers: withTick(before.papers, requirement.id, isPaper),
                    }))
                  }
                  chosen={entry.choices[requirement.id]}
                  onChoose={(choice) => choose(requirement.id, choice)}
                />
              ))}
          </div>
        </fieldset>
      )}
      {form.receipt === undefined ? (
        <fieldset className="panel intake-section">
          <legend>
            <Title order={2} size="h5">
              Waktu terima
            </Title>
          </legend>
          <PaperReceipt
            receipt={entry.receivedOnPaper}
            zone={zone}
            zoneName={zoneName}
            tried={tried > 0}
            onChange={(receivedOnPaper) =>
              write('receivedOnPaper', (before) => ({ ...before, receivedOnPaper }))
            }
          />
        </fieldset>
      ) : null}
      <div className="intake-send">
        {lacks.length === 0 ? null : (
          <Text size="sm" c="#a61e1e" role="alert">
            {lacks.length} bagian perlu dilengkapi. Semua isian tetap tersimpan.
          </Text>
        )}
        <ProblemNotice error={filing.error !== null && lacks.length === 0 ? filing.error : null} arrive />
        <div className="receipt-next">
          <Button type="submit" data-flow loading={filing.isPending}>
            Simpan dan cetak tanda terima
          </Button>
          {form.accept === undefined ? null : (
            <Button variant="default" data-flow disabled={filing.isPending} onClick={() => file(true)}>
              Simpan dan {form.accept.charAt(0).toLowerCase() + form.accept.slice(1)}
            </Button>
          )}
        </div>
        <Text size="xs" c="dark.6" className="key-hint">
          <kbd>Enter</kbd> lanjut, <kbd>1</kbd>–<kbd>9</kbd> memilih, <kbd>Ctrl</kbd>+<kbd>Enter</kbd> simpan
          dan cetak
          {form.accept === undefined ? '' : ', Ctrl+Shift+Enter simpan dan terima'}
        </Text>
      </div>
    </form>
  );
}
