exports.route = (module) => {
  const [name, request] = JSON.parse(process.argv[2]);
  module[name](request, {}, (err, response) => {
    if (err) throw err;
    console.log(response.body);
  });
};
