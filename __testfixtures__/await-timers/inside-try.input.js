exports.handler = async (event) => {
  try {
    setTimeout(() => console.log('kept'), 10);
    const answer = await Promise.resolve(event.n);
    if (answer > 1) throw new Error('too many');
    return { answer };
  } catch (error) {
    return { error: error.message };
  }
};
