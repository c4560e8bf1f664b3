// How far a long form is, section by section; each leads to its section.
import { Button, Progress, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleHalf2 } from '@tabler/icons-react';

interface SectionStanding {
  readonly anchor: string;
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
  /** Questions that must be answered and are not. */
  readonly lacking: number;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

function Sign({ asked, answered }: SectionStanding) {
  if (answered === asked) return <IconCircleCheck {...icon} />;
  return answered === 0 ? <IconCircle {...icon} /> : <IconCircleHalf2 {...icon} />;
}

const standingInWords = ({ asked, answered, lacking }: SectionStanding): string => {
  if (answered === asked) return 'lengkap';
  const filled = answered === 0 ? 'belum diisi' : `${answered} dari ${asked} terisi`;
  return lacking === 0 ? filled : `${filled}, ${lacking} wajib`;
};

interface Props {
  readonly sections: readonly SectionStanding[];
  readonly hint: string | undefined;
}

export function SectionList({ sections, hint }: Props) {
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  return (
    <nav className="section-list" aria-label="Bagian formulir">
      <Text size="sm" fw={500}>
        {answered} dari {asked} isian terisi. Tersimpan di peramban ini sampai dikirim.
      </Text>
      {hint === undefined ? null : <Text size="sm">{hint}</Text>}
      <Progress value={(answered / asked) * 100} size="sm" aria-hidden />
      <ol>
        {sections.map((section) => (
          <li key={section.anchor}>
            <Button
              variant="subtle"
              size="compact-sm"
              justify="start"
              leftSection={<Sign {...section} />}
              onClick={() => {
                const heading = document.getElementById(section.anchor);
                heading?.focus({ preventScroll: true });
                heading?.scrollIntoView({ block: 'start' });
              }}
            >
              {section.title}: {standingInWords(section)}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
