// Entry of the function projections.
export async function handler(): Promise<never> {
  throw new Error('The function projections is not wired yet.');
}
