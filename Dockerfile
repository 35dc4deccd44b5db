# Bakuten, the project at the root: docker build -t bakuten .
# On the sample:  docker run --rm -e BTN_PII_KEY -v "$PWD/target:/btn/target" bakuten
# On own files:   docker run --rm -e BTN_PII_KEY -v "$PWD/input:/input" -v "$PWD/target:/btn/target" bakuten \
#                   build --vars '{data_dir: /input}'
FROM node:22-bookworm-slim
WORKDIR /btn
COPY . .
RUN npm ci --no-audit --no-fund && npm run build
ENTRYPOINT ["npx", "btn"]
CMD ["build"]
