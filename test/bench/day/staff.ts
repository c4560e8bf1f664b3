// The people of the day, all invited by the manager through the API: two officers in front, two behind, 37 facilitators.
import { staffApi } from '@layan/contract/staff-api';
import type { Ledger } from './ledger.ts';
import { invited, type Person, seeded } from './person.ts';

export interface Facilitator extends Person {
  readonly district: string;
}

export interface Staff {
  readonly frontOffice: readonly Person[];
  readonly backOffice: readonly Person[];
  readonly facilitators: readonly Facilitator[];
  readonly head: Person;
}

const FACILITATORS = 37;
const districts = ['35.74.01', '35.74.02', '35.74.03', '35.74.04', '35.74.05'];

const counted = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** The facilitators of the seed go home, so that the surveys are shared among the 37. */
async function sendSeededHome({ call }: Person): Promise<void> {
  const { members } = await call(staffApi.listMembers);
  for (const { id, revision, roles } of members) {
    if (roles.includes('facilitator'))
      await call(staffApi.deactivateMember, { params: { memberId: id }, body: { revision } });
  }
}

export async function gather(ledger: Ledger, port: number): Promise<Staff> {
  const manager = seeded(ledger, port, 'Manajer Layanan', 'manajer@probolinggo.example');
  await sendSeededHome(manager);
  const invite = async (name: string, role: string, areas: readonly string[]): Promise<Person> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@uji.example`;
    await manager.call(staffApi.inviteMember, { body: { email, name, roles: [role], areas: [...areas] } });
    const one = invited(ledger, port, name, email);
    await one.call(staffApi.whoAmI);
    return one;
  };
  const two = async (title: string, role: string) => {
    const people: Person[] = [];
    for (const n of counted(2)) people.push(await invite(`${title} Uji ${n}`, role, []));
    return people;
  };
  const facilitators: Facilitator[] = [];
  for (const n of counted(FACILITATORS)) {
    const district = districts[n % districts.length] ?? '';
    facilitators.push({ ...(await invite(`Fasilitator Uji ${n}`, 'facilitator', [district])), district });
  }
  return {
    frontOffice: await two('Loket', 'frontOffice'),
    backOffice: await two('Registrasi', 'backOffice'),
    facilitators,
    head: seeded(ledger, port, 'Kepala Bidang', 'kabid@probolinggo.example'),
  };
}
