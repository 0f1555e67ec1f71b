exports.handler = async () => {
  const response = await fetch(process.env.HTTP_URL);
  return await response.text();
};
