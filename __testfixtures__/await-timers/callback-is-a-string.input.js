exports.handler = async (event) => {
  setTimeout("console.log('later')", 5);
  return 'OK';
};
