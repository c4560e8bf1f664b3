// The officer's answer: grant, or refuse on one of the grounds that the law knows, with a sentence to the person.
import type { RequestDetail } from '@layan/contract/staff/privacy';
import { answerSubjectRequest } from '@layan/contract/staff/privacy';
import { Button, Checkbox, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Corrections, correctionsOf, type Typed } from './corrections.tsx';

export type Answer = Omit<z.input<(typeof answerSubjectRequest)['body']>, 'revision'>;

const grantWords = {
  access: 'Kabulkan: salinan dapat diambil selama tujuh hari',
  correction: 'Kabulkan: data diperbaiki',
  restriction: 'Kabulkan: data hanya disimpan, berkas berhenti',
  objection: 'Kabulkan: pemrosesan dihentikan sampai diputuskan',
  erasure: 'Kabulkan: data dihapus',
} as const satisfies Record<RequestDetail['kind'], string>;

interface Props {
  readonly request: RequestDetail;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onAnswer: (answer: Answer) => void;
}

export function AnswerForm({ request, sending, error, onAnswer }: Props) {
  const [choice, setChoice] = useState('');
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const [also, setAlso] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const refusing = choice !== '' && choice !== 'grant';
  const corrections = correctionsOf(typed);
  const nothingTyped = choice === 'grant' && request.kind === 'correction' && corrections.length === 0;
  // A copy, an erasure or a correction is of their own cases alone.
  const reachesNamed = request.kind === 'restriction' || request.kind === 'objection';
  const named = reachesNamed ? request.about.filter(({ covered }) => !covered) : [];
  const noteMissing = refusing && note.trim().length < 10;
  const send = () => {
    setTried(true);
    if (choice === '' || noteMissing || nothingTyped) return;
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const ground = answerSubjectRequest.body.shape.ground.safeParse(choice);
    if (choice === 'grant')
      onAnswer({
        answer: 'grant',
        ...said,
        ...(request.kind === 'correction' && { corrections }),
        ...(also.length > 0 && { also: [...also] }),
      });
    else if (ground.success && ground.data !== undefined)
      onAnswer({ answer: 'refuse', ground: ground.data, ...said });
  };
  return (
    <section className="panel" aria-labelledby="jawab">
      <Title order={2} size="h5" id="jawab">
        Jawaban
      </Title>
      <form
        noValidate
        className="privacy-form"
        aria-label="Jawaban"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Radio.Group
          label="Keputusan"
          value={choice}
          onChange={setChoice}
          error={tried && choice === '' ? 'Pilih salah satu.' : undefined}
        >
          <Stack gap="xs">
            <Radio value="grant" label={grantWords[request.kind]} />
            {request.grounds.map(({ id, sentence, rule }) => (
              <Radio key={id} value={id} label={`Tolak: ${sentence}`} description={rule} />
            ))}
          </Stack>
        </Radio.Group>
        {choice === 'grant' && named.length > 0 ? (
          <Checkbox.Group
            label="Berkas lain yang menyebut orang ini"
            description="Bukan berkasnya sendiri. Tambahkan hanya bila permintaan juga menyangkut berkas itu."
            value={[...also]}
            onChange={setAlso}
          >
            <Stack gap="xs" mt="xs">
              {named.map(({ caseId, ticket, service, part }) => (
                <Checkbox key={caseId} value={caseId} label={`${service}, ${ticket}: ${part ?? 'disebut'}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        {choice === 'grant' && request.kind === 'correction' ? (
          <>
            <Corrections
              about={request.about.filter(({ covered }) => covered)}
              typed={typed}
              onType={setTyped}
            />
            {tried && nothingTyped ? (
              <Text size="sm" c="red.8" role="alert">
                Isi data yang benar pada sekurangnya satu isian.
              </Text>
            ) : null}
          </>
        ) : null}
        <Textarea
          label="Kalimat kepada pemohon"
          description={refusing ? 'Jelaskan dengan kata sehari-hari.' : 'Boleh kosong.'}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          error={tried && noteMissing ? 'Tulis penjelasan, satu kalimat cukup.' : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="sm" c="dark.6">
          Jawaban menghentikan jam 3 kali 24 jam dan tidak dapat diubah lagi.
        </Text>
        <ProblemNotice error={error} />
        <div>
          <Button type="submit" loading={sending}>
            Kirim jawaban
          </Button>
        </div>
      </form>
    </section>
  );
}
