// Who somebody is, and what is confidential: asked where it must be told, nowhere else, and seen by those who may.
import { fieldsOf, groupsOf, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Channel } from '../channel.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';

const ofChannel = (
  code: 'identity-undefined' | 'identity-not-asked' | 'identity-asked-anonymously' | 'confidential-undefined',
  channel: Channel,
  says: string,
): Finding =>
  finding(
    code,
    `process.channels.${channel.id}`,
    `Kanal "${channel.label}" ${says}.`,
    citedBy(channel.basis),
  );

const identityOn = (index: ProcessIndex, channel: Channel): readonly Finding[] => {
  const { identity } = index.process;
  if (channel.identity === undefined) return [];
  if (!identity) {
    return [
      ofChannel('identity-undefined', channel, 'menyebut identitas, tetapi data identitas tidak ditentukan'),
    ];
  }
  const fields = fieldsOf(index, channel.form).filter(({ fact }) => identity.facts.includes(fact));
  const carried = channel.about?.carries.some((fact) => identity.facts.includes(fact)) ?? false;
  const demanded =
    fields.some(({ required }) => required) ||
    groupsOf(index, channel.form).some((group) => group.every((fact) => identity.facts.includes(fact)));
  if (channel.identity === 'required' && !demanded && !carried) {
    const says = fields.length === 0 ? 'tidak memintanya' : 'tidak mewajibkan satu pun';
    return [ofChannel('identity-not-asked', channel, `mewajibkan identitas, tetapi formulirnya ${says}`)];
  }
  if (channel.identity === 'anonymous' && fields.length > 0) {
    const labels = fields.map(({ fact }) => `"${index.facts.get(fact)?.label ?? fact}"`).join(', ');
    return [
      ofChannel('identity-asked-anonymously', channel, `anonim, tetapi formulirnya menanyakan ${labels}`),
    ];
  }
  return [];
};

const confidentialOn = ({ confidential }: Process, channel: Channel): readonly Finding[] =>
  channel.confidential && !confidential
    ? [
        ofChannel(
          'confidential-undefined',
          channel,
          'menawarkan kerahasiaan, tetapi tidak jelas siapa yang boleh membuka berkasnya',
        ),
      ]
    : [];

const unused = ({ identity, confidential, channels }: Process): readonly Finding[] => [
  ...(identity && channels.every((channel) => channel.identity === undefined)
    ? [
        finding(
          'identity-unused',
          'process.identity',
          'Data identitas ditentukan, tetapi tidak ada kanal yang memakainya.',
        ),
      ]
    : []),
  ...(confidential && !channels.some((channel) => channel.confidential)
    ? [
        finding(
          'confidential-unused',
          'process.confidential',
          'Kerahasiaan ditentukan, tetapi tidak ada kanal yang menawarkannya.',
        ),
      ]
    : []),
];

const openFacts = (index: ProcessIndex): readonly Finding[] =>
  (index.process.identity?.facts ?? []).flatMap((id) => {
    const fact = index.facts.get(id);
    return fact?.privacy === 'ordinary'
      ? [
          finding(
            'identity-fact-open',
            'process.identity',
            `Data "${fact.label}" mengenali pemohon, tetapi terbuka bagi siapa pun.`,
            citedBy(fact.basis),
          ),
        ]
      : [];
  });

/** What is kept from the staff must not be open to those outside. */
const outsiders = (index: ProcessIndex): readonly Finding[] => {
  const { identity, confidential } = index.process;
  const trusted = [
    ...(identity?.seenBy ?? []).map((role) => ({
      role,
      place: 'process.identity',
      what: 'identitas pemohon',
    })),
    ...(confidential?.seenBy ?? []).map((role) => ({
      role,
      place: 'process.confidential',
      what: 'berkas rahasia',
    })),
  ];
  return trusted.flatMap(({ role: id, place, what }) => {
    const role = index.roles.get(id);
    return role && role.party !== 'staff'
      ? [
          finding(
            'outsider-trusted',
            place,
            `"${role.label}" bukan petugas, tetapi boleh melihat ${what}.`,
            citedBy(role.basis),
          ),
        ]
      : [];
  });
};

export const checkIdentity = ({ process }: Standard): readonly Finding[] => {
  const index = indexOf(process);
  return [
    ...process.channels.flatMap((channel) => [
      ...identityOn(index, channel),
      ...confidentialOn(process, channel),
    ]),
    ...unused(process),
    ...openFacts(index),
    ...outsiders(index),
  ];
};
