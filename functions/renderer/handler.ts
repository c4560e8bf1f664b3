// Entry of the renderer.
export const handler = async (): Promise<never> => {
  throw new Error('The renderer is not wired yet.');
};
