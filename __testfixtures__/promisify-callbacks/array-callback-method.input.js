async function report(errors) {
  errors.forEach((error) => {
    console.error(error.message);
  });
  return errors.map((e) => e.code);
}

module.exports = report;
