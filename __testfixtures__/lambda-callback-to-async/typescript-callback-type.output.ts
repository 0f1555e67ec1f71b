exports.handler = async (event: { id: string }, context: unknown) => {
  return event.id;
};
