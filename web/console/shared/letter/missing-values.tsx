// Values without which a letter cannot be finished, each leading to its field where this form asks for it.
import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

interface Props {
  readonly missing: readonly { readonly fact: string; readonly label: string }[];
  /** Facts that the form beside it asks for. */
  readonly asked: ReadonlySet<string>;
  readonly onGo: (fact: string) => void;
}

export function MissingValues({ missing, asked, onGo }: Props) {
  if (missing.length === 0) return null;
  return (
    <div className="letter-missing">
      <IconAlertCircle size={18} stroke={1.6} aria-hidden />
      <div>
        <Text size="sm" fw={600}>
          Belum lengkap untuk surat ini:
        </Text>
        <ul>
          {missing.map(({ fact, label }) => (
            <li key={fact}>
              {asked.has(fact) ? (
                <button type="button" className="link-like" onClick={() => onGo(fact)}>
                  {label}
                </button>
              ) : (
                `${label} (tidak ditanyakan pada langkah ini)`
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
