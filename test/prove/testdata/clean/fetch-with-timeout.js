exports.handler = async () => {
  const response = await fetch(process.env.HTTP_URL, { signal: AbortSignal.timeout(5000) });
  return await response.text();
};
