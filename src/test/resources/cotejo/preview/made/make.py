"""Writes the models in this folder, and into expected.json what the libraries that wrote them say of them.

numpy 2.4.6, scikit-learn 1.9.1, lightgbm 4.7.0, gguf 0.19.0, torch 2.13.0, keras 3.15.1, h5py 3.14.0.
"""
import json
import os
import pickle

import gguf
import h5py
import keras
import lightgbm
import numpy as np
import sklearn
import torch
from keras import layers
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from torch import nn

os.chdir(os.path.dirname(os.path.abspath(__file__)))
expected = {}
numbers = np.random.default_rng(0)
x, y = numbers.random((40, 3)), np.arange(40) % 2


def kind(model):
    return f"{type(model).__module__}.{type(model).__qualname__}"


def scikit(name, model, protocol):
    with open(name, "wb") as out:
        pickle.dump(model, out, protocol=protocol)
    expected[name] = {"format": "pickle", "class": kind(model), "framework": "scikit-learn " + sklearn.__version__,
                      "execution": "known-constructors"}


scikit("boosting.pkl", GradientBoostingRegressor(n_estimators=1, max_depth=1).fit(x, y), 5)
scikit("search.pkl", GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=2).fit(x, y), 4)

booster = lightgbm.train({"objective": "multiclass", "num_class": 3, "verbose": -1, "min_data_in_leaf": 5},
                         lightgbm.Dataset(x, np.arange(40) % 3, feature_name=["a b", "c", "é"]), 2)
dump = booster.dump_model()
trees = {"trees": booster.num_trees(), "leaves": sum(tree["num_leaves"] for tree in dump["tree_info"]),
         "inputs": booster.feature_name(), "execution": "none"}
booster.save_model("trees.txt")
with open("trees.json", "w") as out:
    json.dump(dump, out)
expected["trees.txt"] = {"format": "lightgbm"} | trees
expected["trees.json"] = {"format": "lightgbm-json"} | trees


def tensors(state):
    return {name: [str(value.dtype), list(value.shape), value.numel() * value.element_size()]
            for name, value in state.items()}


torch.manual_seed(0)
network = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
told = {"format": "torch-legacy", "framework": "PyTorch", "tensors": tensors(network.state_dict()),
        "execution": "known-constructors"}
# As where sources are not at hand, so that PyTorch's own do not lie in the file.
torch.serialization.get_source_lines_and_file = None
torch.save(network, "module.pth", _use_new_zipfile_serialization=False)
expected["module.pth"] = told | {"class": kind(network)}
for protocol in (3, 4, 5):
    name = f"state{protocol}.pth"
    torch.save(network.state_dict(), name, pickle_protocol=protocol, _use_new_zipfile_serialization=False)
    expected[name] = told

writer = gguf.GGUFWriter("blocks.gguf", "llama")
writer.add_name("blocks")
for name, stored in (("q8", "Q8_0"), ("q4", "Q4_0"), ("q5", "Q5_1"), ("bf", "BF16")):
    stored = gguf.GGMLQuantizationType[stored]
    writer.add_tensor(name, gguf.quants.quantize(numbers.random((4, 64), dtype="f4"), stored), raw_dtype=stored)
writer.add_tensor("plain", np.zeros((2, 3), "f4"))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
expected["blocks.gguf"] = {"format": "gguf", "execution": "none", "tensors": {
    tensor.name: [tensor.tensor_type.name, [int(n) for n in reversed(tensor.shape)], int(tensor.n_bytes)]
    for tensor in gguf.GGUFReader("blocks.gguf").tensors}}

with h5py.File("types.h5", "w") as out:
    for name in ("float16", "float32", "float64", "int8", "uint8", "int16", "uint16", "uint32", "int64", "uint64",
                 "bool", "complex64"):
        out[name] = np.zeros((2, 3), name)
    out["big"] = np.zeros(2, ">f8")
    out.create_dataset("packed", data=np.zeros((20, 4)), chunks=(5, 4), compression="gzip")
    expected["types.h5"] = {"format": "hdf5", "execution": "none", "tensors": {
        name: [value.dtype.name, list(value.shape), value.size * value.dtype.itemsize] for name, value in out.items()}}

model = keras.Sequential([keras.Input((4,)), layers.Dense(2), layers.Dropout(0.1), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((2, 4)), np.zeros(2), verbose=0)
model.save_weights("trained.weights.h5")
expected["trained.weights.h5"] = {"format": "hdf5", "framework": "Keras", "count": model.count_params()}

with open("expected.json", "w") as out:
    json.dump(expected, out, indent=1, ensure_ascii=False)
    out.write("\n")
