const audit = (n) => {
  if (n > 1) throw new Error('no audit');
};

exports.handler = async (event) => {
  const n = Number(event.n);
  if (n > 1) setTimeout(audit, 20, 2);
  const found = await Promise.resolve(n);
  if (found > 1) throw new Error('too many');
  return found;
};
