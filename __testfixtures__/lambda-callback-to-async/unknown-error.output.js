exports.handler = async (event, context) => {
  const { error, result } = event;
  if (error !== undefined && error !== null) throw error;
  return result;
};
