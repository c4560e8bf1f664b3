// Entry of the function admin-api.
export async function handler(): Promise<never> {
  throw new Error('The function admin-api is not wired yet.');
}
