exports.handler = async (event, context) => {
  return 'OK';
};
