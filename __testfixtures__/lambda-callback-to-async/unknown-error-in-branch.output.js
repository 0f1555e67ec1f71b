exports.handler = async (event, context) => {
  const { problem } = event;
  if (event.strict) {
    if (problem !== undefined && problem !== null) throw problem;
    return;
  } else {
    return 'fine';
  }
};
