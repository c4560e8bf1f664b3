// A facilitator in the field: reads the claim, goes to the house, fills in the whole form, takes a picture.
import { staffApi } from '@layan/contract/staff-api';
import { dayThere } from './counter.ts';
import type { Day, Running } from './day.ts';
import type { Person } from './person.ts';
import type { Visit } from './plan.ts';
import { doStep, inboxOf, type Work } from './work.ts';

const REVISITS = 2;

/** Every question that a family with a house of its own is asked. */
const house = (poor: boolean): Record<string, string> => ({
  respondentName: 'Warga Uji Responden',
  householdSize: '4',
  hasDwelling: '1',
  buildingStatus: '1',
  landProof: poor ? '6' : '1',
  floorArea: poor ? '24' : '90',
  floorMaterial: poor ? '8' : '2',
  wallMaterial: '1',
  wallPlastered: poor ? '2' : '1',
  roofMaterial: '2',
  drinkingWater: poor ? '6' : '3',
  lighting: '1',
  electricPower: poor ? '1' : '3',
  cookingFuel: poor ? '10' : '4',
  toilet: poor ? '3' : '1',
  toiletType: '1',
  wasteDisposal: poor ? '4' : '1',
  dwellingLocation: '-7.7543, 113.2159',
  headWorks: '1',
  headWorkStatus: poor ? '7' : '5',
  headIncome: poor ? '500000' : '6000000',
  foodSpending: poor ? '450000' : '2000000',
  totalSpending: poor ? '600000' : '5000000',
  worriedAboutFood: poor ? '1' : '2',
  boughtClothes: poor ? '2' : '1',
  newClothesSets: poor ? '0' : '4',
  mealsPerDay: poor ? '2' : '3',
  proteinPerWeek: poor ? '0' : '5',
  canPayTreatment: poor ? '2' : '1',
  headEducation: poor ? '3' : '5',
  liquidAssets: poor ? '2' : '1',
  assets: '1,2',
  elderlyCount: '1',
  toddlerCount: '1',
  pregnantCount: '0',
  disabilityCount: '0',
  chronicIllness: '1',
  healthInsurance: '0',
  aidReceived: '1',
  surveyFinding: 'Rumah dihuni keluarga sendiri.',
});

function found(visit: Visit, { view }: Running): Work {
  const visitDate = dayThere(Date.now());
  if (visit === 'declined' || visit === 'moved')
    return { outcome: visit, facts: { visitDate, visitOutcome: visit } };
  if (visit === 'nobodyHome' || visit === 'incomplete') {
    const gone = view.timeline.filter(({ what }) => what.endsWith('Jadwalkan kunjungan ulang')).length;
    return {
      outcome: gone < REVISITS ? 'revisit' : 'give-up',
      facts: { visitDate, visitOutcome: visit },
    };
  }
  return {
    outcome: 'complete',
    facts: {
      visitDate,
      visitOutcome: 'complete',
      ...house(visit !== 'withMeans'),
      surveyAdvice: visit,
      surveyReason: 'Sesuai keadaan rumah dan penghasilan keluarga.',
    },
    picture: 'photo-front',
  };
}

export const inTheField = (day: Day, by: Person) => async (): Promise<boolean> => {
  const mine = (await inboxOf(by, 'facilitator')).filter(({ assignee }) => assignee?.me === true);
  for (const { caseId, step } of mine) {
    const one = day.running.get(caseId);
    if (one === undefined || one.claim.withdraws === 'before-the-visit') continue;
    const visit = one.claim.visits[one.visited];
    if (visit === undefined) throw new Error(`A visit to family ${one.claim.family} too many.`);
    await by.call(staffApi.readForm, { params: { caseId, form: 'claim' } });
    const view = await by.call(staffApi.getCase, { params: { caseId } });
    const told = await doStep(day, by, one, step, found(visit, { ...one, view }));
    if (told === undefined) continue;
    one.visited += 1;
    day.visits.set(by.name, (day.visits.get(by.name) ?? 0) + 1);
  }
  return false;
};
