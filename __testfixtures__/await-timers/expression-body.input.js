export const handler = async (event) => {
  setTimeout(() => console.log('late', event.n), 15);
  return { statusCode: 200, body: JSON.stringify({ n: event.n }) };
};
