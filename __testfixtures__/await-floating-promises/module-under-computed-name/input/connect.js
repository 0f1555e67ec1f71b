exports.connect = async (settings) => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  console.log('connected to', settings.url);
};
