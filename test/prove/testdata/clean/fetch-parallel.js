exports.handler = async () => {
  const responses = await Promise.all([1, 2, 3].map(() => fetch(process.env.HTTP_URL)));
  return Promise.all(responses.map((response) => response.text()));
};
