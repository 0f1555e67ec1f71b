exports.handler = async (event) => {
  try {
    setTimeout(() => {
      JSON.parse(event.text).run();
    }, 10);
    return 'OK';
  } catch (error) {
    return 'not OK';
  }
};
